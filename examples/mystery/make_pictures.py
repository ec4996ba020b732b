"""Make the photographs of `logs/proof` again: drawn pages, with the moment in their EXIF data.

    python make_pictures.py

Needs Playwright and Chromium (`/usr/bin/chromium`, or the program named by CHROMIUM). Nothing in
the pictures is real: shelf labels, receipts and a list of calls, as a telephone would show them.
"""

import html
import os
import struct
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PROOF = HERE / "logs" / "proof"
STYLE = """
body { margin: 0; width: 480px; height: 640px; font: 20px/1.5 monospace; color: #222; }
.receipt { background: #6b5d50; } .receipt div { background: #fbfaf6; margin: 26px 60px; padding: 22px;
  height: 544px; box-shadow: 0 3px 16px #0008; transform: rotate(-1.2deg); }
.label { background: linear-gradient(#b98d5f 62%, #8d6a45 62%); }
.label div { position: absolute; top: 330px; left: 70px; width: 300px; background: #fff; padding: 18px;
  border: 3px solid #c22; transform: rotate(1deg); } .label b { font-size: 46px; }
.front { background: linear-gradient(#9db4c8 45%, #54606b 45%); }
.front div { position: absolute; top: 150px; left: 40px; width: 360px; height: 300px; background: #e9e2d3;
  border-top: 66px solid #2b4c3f; padding: 20px; }
.calls { background: #101418; color: #e8eef2; font-family: sans-serif; } .calls div { padding: 34px; }
pre { margin: 0; font: inherit; white-space: pre-wrap; }
"""
PICTURES = (
    # file, kind of picture, when it was taken, what is on it
    (
        "calls-01.jpg",
        "calls",
        "2026:11:02 10:24:11+00:00",
        "Recent calls\n\n+353 1 555 0120\noutgoing\n02.11.2026  10:12\n7 min 28 s",
    ),
    (
        "calls-02.jpg",
        "calls",
        "2026:11:04 09:50:03+00:00",
        "Recent calls\n\n+353 1 555 0110\noutgoing\n04.11.2026  09:41\n1 min 18 s",
    ),
    (
        "calls-03.jpg",
        "calls",
        "2026:11:06 13:28:40+00:00",
        "Recent calls\n\n+353 1 555 0120\noutgoing\n06.11.2026  13:20\n5 min 31 s",
    ),
    (
        "calls-06.jpg",
        "calls",
        "2026:11:10 15:13:02+00:00",
        "Recent calls\n\n+353 1 555 0110\noutgoing\n10.11.2026  15:05\n6 min 45 s",
    ),
    (
        "calls-08.jpg",
        "calls",
        "2026:11:16 17:30:26+00:00",
        "Recent calls\n\n+353 1 555 0110\noutgoing\n16.11.2026  17:21\n6 min 05 s",
    ),
    (
        "receipt-04.jpg",
        "receipt",
        "2026:11:07 11:24:10+00:00",
        "HOMEWARE\nMarket Street\n\n07.11.2026 11:17\nreceipt 00871\n\nPan, cast iron      24.90\nSparkling wine      14.90\n-------------------------\nTotal               39.80\n\nThank you",
    ),
    ("label-04.jpg", "label", "2026:11:07 11:10:30+00:00", "Pan, cast iron 24 cm\nEUR 24.90"),
    (
        "front-04.jpg",
        "front",
        "2026:11:07 11:01:20+00:00",
        "HOMEWARE\n14 Market Street\n\nmon-sat 9-18",
    ),
    (
        "receipt-05.jpg",
        "receipt",
        "2026:11:09 16:58:00+00:00",
        "HOMEWARE\nStation\n\n09.11.2026 16:50\nreceipt 40218\n\nSalad set           19.50\nSparkling wine      11.90\n-------------------------\nTotal               31.40\n\nThank you",
    ),
    ("label-05.jpg", "label", "2026:11:09 16:41:12+00:00", "Salad set, beech\nEUR 19.50"),
    (
        "receipt-07.jpg",
        "receipt",
        "2026:11:12 13:02:44+00:00",
        "HOMEWARE\nMarket Street\n\n12.11.2026 12:56\nreceipt 00902\n\nSpice mill          24.00\nSparkling wine      14.90\n-------------------------\nTotal               38.90\n\nThank you",
    ),
    ("label-07.jpg", "label", "2026:11:12 12:48:51+00:00", "Spice mill\nEUR 24.00"),
    (
        "receipt-09.jpg",
        "receipt",
        "2026:11:17 14:36:20+00:00",
        "HOMEWARE\nHarbour\n\n17.11.2026 14:28\nreceipt 73009\n\nMortar              21.90\nBrush                4.50\nSparkling wine      12.90\n-------------------------\nTotal               39.30\n\nThank you",
    ),
    ("label-09.jpg", "label", "2026:11:17 14:22:05+00:00", "Mortar, granite\nEUR 21.90"),
    (
        "receipt-10.jpg",
        "receipt",
        "2026:11:18 16:10:31+00:00",
        "HOMEWARE\nOld Mill\n\n18.11.2026 16:04\nreceipt 11560\n\nBoard, oak          23.00\nSparkling wine      13.90\n-------------------------\nTotal               36.90\n\nThank you",
    ),
    ("label-10.jpg", "label", "2026:11:18 15:56:47+00:00", "Board, oak\nEUR 23.00"),
    ("old-11.jpg", "label", "2026:08:14 18:20:00+01:00", "Kettle, steel\nEUR 29.00"),
    ("plain-11.jpg", "label", "", "Kettle, steel\nEUR 29.00"),
)


def main() -> None:
    """Write all pictures."""
    PROOF.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 480, "height": 640})
        for name, kind, taken, text in PICTURES:
            page.set_content(
                f"<style>{STYLE}</style><body class={kind}><div><pre>{html.escape(text)}</pre></div>"
            )
            picture = page.screenshot(type="jpeg", quality=70)
            (PROOF / name).write_bytes(with_moment(picture, taken) if taken else picture)
        browser.close()


def with_moment(jpeg: bytes, taken: str) -> bytes:
    """A JPEG with an EXIF block that holds DateTimeOriginal and its offset, and nothing else.

    Args:
        jpeg: the picture.
        taken: such as `2026:11-04 09:41:00+01:00`, date with colons as EXIF has it.
    """
    moment, offset = taken[:19].encode() + b"\0", taken[19:].encode() + b"\0"
    exif_at, text_at = 26, 56
    first = struct.pack("<HHHLL", 1, 0x8769, 4, 1, exif_at) + struct.pack("<L", 0)
    exif = struct.pack("<H", 2)
    exif += struct.pack("<HHLL", 0x9003, 2, len(moment), text_at)
    exif += struct.pack("<HHLL", 0x9011, 2, len(offset), text_at + len(moment))
    tiff = struct.pack("<2sHL", b"II", 42, 8) + first
    tiff += exif + struct.pack("<L", 0)
    body = b"Exif\0\0" + tiff + moment + offset
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


if __name__ == "__main__":
    main()
