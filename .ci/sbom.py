"""Write the published site's bill of materials: the locked packages that it is made with, as CycloneDX JSON.

Usage: ``python .ci/sbom.py FILE``, in the repository's root. Python's packages are those of ``requirements.txt``, npm's
those of ``package-lock.json`` that are not for development only.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from pip_requirements_parser import RequirementsFile

if TYPE_CHECKING:
    from collections.abc import Iterator

PYTHON_LOCK = Path("requirements.txt")
NPM_LOCK = Path("package-lock.json")


def component(kind: str, name: str, version: str, hashes: list[HashType]) -> Component:
    """Return a locked package; npm's names may have a scope before a slash."""
    scope, _, short = name.rpartition("/")
    url = PackageURL(type=kind, namespace=scope or None, name=short, version=version)
    return Component(
        name=name, version=version, type=ComponentType.LIBRARY, purl=url, bom_ref=url.to_string(), hashes=hashes
    )


def python_packages() -> Iterator[Component]:
    """Read Python's lock. A package has a file, and so a hash, for every platform: the bill names none of them."""
    for requirement in RequirementsFile.from_file(str(PYTHON_LOCK)).requirements:
        yield component("pypi", requirement.name, requirement.get_pinned_version, [])


def npm_packages() -> Iterator[Component]:
    """Read npm's lock."""
    for path, package in json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"].items():
        if path and not package.get("dev"):
            sha512 = HashType(
                alg=HashAlgorithm.SHA_512, content=b64decode(package["integrity"].removeprefix("sha512-")).hex()
            )
            yield component("npm", path.rpartition("node_modules/")[2], package["version"], [sha512])


def main(target: Path) -> None:
    """Write the bill."""
    site = Component(name="cloudtech-study", type=ComponentType.APPLICATION, bom_ref="site")
    bom = Bom(components=[*python_packages(), *npm_packages()])
    bom.metadata.component = site
    bom.register_dependency(site, bom.components)
    target.write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
