"""Build the fonts when a wheel or an editable install is made, so that `pip install .` has them."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FontsHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter has no meaning here
    """Fill resources/fonts before hatchling collects the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build or copy the fonts; a source archive carries the recipe only."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        recipe = importlib.util.spec_from_file_location(
            "qhsign_build_fonts", root / "packaging" / "build_fonts.py"
        )
        if recipe is None or recipe.loader is None:
            raise FileNotFoundError("packaging/build_fonts.py is missing")
        sys.path.insert(0, str(root / "packaging"))  # the recipe has a file beside it
        builder = importlib.util.module_from_spec(recipe)
        recipe.loader.exec_module(builder)
        builder.put_fonts(root / "resources" / "fonts")
