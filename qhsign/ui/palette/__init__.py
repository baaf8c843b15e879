"""The search in the top bar: guests, contracts and commands in one list under the field."""
