"""``qhsign`` and ``python -m qhsign``."""

import sys


def main() -> int:
    """Start the window, or run the command that was given; return the exit status."""
    from qhsign import launch

    return launch.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
