"""`python -m khabar` is the command `khabar`."""

from khabar.cli import run

if __name__ == "__main__":
    run()
