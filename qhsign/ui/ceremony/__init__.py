"""签约: slates, contracts and batches, and the parts of the screen that stage them."""
