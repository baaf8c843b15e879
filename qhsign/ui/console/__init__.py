"""现场控制台: the console a ceremony is led from."""
