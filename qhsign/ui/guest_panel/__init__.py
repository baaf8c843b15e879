"""The side panel of the guest screen: where a guest is known and mended."""
