"""Writes src/unicode14.rs: the code points that Unicode 14.0 does not assign, from Python 3.11's own tables.

Run with Python 3.11 (whose unicodedata is 14.0.0):  python3.11 crates/ledger/tools/unicode14.py > crates/ledger/src/unicode14.rs
The check in the browser has the same table:         python3.11 crates/ledger/tools/unicode14.py ts > ui/src/check/unicode14.ts
"""

import sys
import unicodedata

if unicodedata.unidata_version != "14.0.0":
    sys.exit(f"unicodedata {unicodedata.unidata_version} is not 14.0.0: use Python 3.11")

ranges = []
for code in range(0x110000):
    if unicodedata.category(chr(code)) == "Cn":
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])

if sys.argv[1:] == ["ts"]:
    print("// The code points that Unicode 14.0 does not assign. Written by `crates/ledger/tools/unicode14.py`; not edited by hand.")
    print()
    print("/** First and last of each run, in order, one after another. */")
    print("// prettier-ignore")
    print("export const UNASSIGNED: readonly number[] = [")
    opening, closing, indent = "", ",", " "
else:
    opening, closing, indent = "(", "),", "   "
    print("//! The code points that Unicode 14.0 does not assign. Written by `tools/unicode14.py`; not edited by hand.")
    print()
    print("/// First and last of each run, in order.")
    print("#[rustfmt::skip]")
    print(f"pub(crate) const UNASSIGNED: [(u32, u32); {len(ranges)}] = [")
line = indent
for first, last in ranges:
    item = f" {opening}0x{first:x}, 0x{last:x}{closing}"
    if len(line) + len(item) > 128:
        print(line)
        line = indent
    line += item
print(line)
print("];")
