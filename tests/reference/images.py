"""Small image files as Pillow writes them, and what Pillow and torchvision read from them; printed as JSON lines.

build/record-reference.sh does not run it, for the files depend on Pillow's version: PYTHON images.py > corpus/images.jsonl
"""
import base64
import io
import json

import PIL
import torch
from PIL import Image
from torchvision.io import ImageReadMode, decode_image
from torchvision.transforms.functional import pil_to_tensor

from recorder import written

W, H = 9, 7
RGB = Image.frombytes("RGB", (W, H), bytes((i * 37 + 11) % 256 for i in range(W * H * 3)))
SMOOTH = Image.frombytes("RGB", (32, 24), bytes(v for y in range(24) for x in range(32) for v in (x * 8, y * 10, (x + y) * 4)))
ALPHA = Image.frombytes("RGBA", (W, H), bytes((i * 37 + 11) % 256 for i in range(W * H * 4)))
GRAY = RGB.convert("L")
FILES = [
    ("rgb.png", RGB, "PNG", {}), ("gray.png", GRAY, "PNG", {}), ("alpha.png", ALPHA, "PNG", {}), ("gray alpha.png", ALPHA.convert("LA"), "PNG", {}),
    ("palette.png", RGB.quantize(16), "PNG", {}), ("bits.png", GRAY.convert("1"), "PNG", {}), ("rgb.bmp", RGB, "BMP", {}),
    ("rgb.ppm", RGB, "PPM", {}), ("gray.pgm", GRAY, "PPM", {}), ("rgb.webp", RGB, "WEBP", {"lossless": True}), ("rgb.gif", RGB.quantize(16), "GIF", {}),
    ("smooth.jpg", SMOOTH, "JPEG", {"quality": 90}), ("full.jpg", SMOOTH, "JPEG", {"quality": 95, "subsampling": 0}),
    ("gray.jpg", SMOOTH.convert("L"), "JPEG", {}), ("cmyk.jpg", SMOOTH.convert("CMYK"), "JPEG", {}), ("progressive.jpg", SMOOTH, "JPEG", {"progressive": True}),
]
print(json.dumps({"recorded": [f"Pillow {PIL.__version__}", f"PyTorch {torch.__version__}"]}))
for name, image, kind, options in FILES:
    file = io.BytesIO()
    image.save(file, kind, **options)
    data = file.getvalue()
    line = {"file": name, "bytes": base64.b64encode(data).decode()}
    line["pillow"] = {mode: written(pil_to_tensor(Image.open(io.BytesIO(data)).convert(mode))) for mode in ("RGB", "L")}
    line["torchvision"] = {}
    for mode in ImageReadMode:
        try:
            line["torchvision"][mode.name] = written(decode_image(torch.frombuffer(bytearray(data), dtype=torch.uint8), mode))
        except Exception as e:
            line["torchvision"][mode.name] = str(e)[:100]
    print(json.dumps(line))
