"""What is signed."""

from enum import StrEnum


class ContractKind(StrEnum):
    PROJECT = "project"


class LifeCycle(StrEnum):
    TO_SIGN = "to-sign"


class SigningMode(StrEnum):
    ON_SITE = "on-site"
