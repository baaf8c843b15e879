"""The rules: names, money, orders, verdicts, tokens. Standard library and pypinyin only."""
