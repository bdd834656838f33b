"""Ten training programs of 100 steps each: the twins of tests/TorchLite.Tests/Optim/TrainingPrograms.cs.

    python3 training.py curves > FILE          the losses of all steps, a line for each program
    python3 training.py merge FILE FILE FILE   out/training.jsonl: of two versions, and of the front end on TorchLite's own libtorch
    python3 training.py save                   out/training.pt: checkpoints after step 50
    python3 training.py resume FILE            out/training-resumed.txt: whether the losses that follow on such checkpoints are the same
"""
import hashlib
import json
import pathlib
import sys

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import LBFGS, SGD, Adagrad, Adam, Adamax, AdamW, NAdam, RAdam, RMSprop

import networks

STEPS, SAVED, RESUMED = 100, 50, 20


def down(optimizer, loss):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


class Mlp:
    def __init__(self):
        self.x, self.y = torch.randn(64, 20), torch.randint(0, 5, (64,))
        self.net = nn.Sequential(nn.Linear(20, 24), nn.ReLU(), nn.Dropout(0.2), nn.Linear(24, 5))
        self.optimizer = SGD(self.net.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4, nesterov=True)
        self.parts = {"net": self.net, "optimizer": self.optimizer}

    def step(self):
        rows = torch.randint(0, 64, (16,))
        return down(self.optimizer, F.cross_entropy(self.net(self.x[rows]), self.y[rows]))


class ResNet:
    def __init__(self):
        self.x, self.y = torch.rand(32, 1, 8, 8), torch.randint(0, 10, (32,))
        self.net = networks.ResNet(4, 2, 10)
        self.optimizer = SGD(self.net.parameters(), lr=0.01, momentum=0.8, fused=True)
        self.parts = {"net": self.net, "optimizer": self.optimizer}

    def step(self):
        rows = torch.randperm(32)[:16]
        return down(self.optimizer, F.cross_entropy(self.net(self.x[rows]), self.y[rows]))


class Lstm:
    def __init__(self):
        self.x, self.y = torch.randint(0, 20, (24, 9)), torch.randint(0, 3, (24,))
        self.net = networks.Classifier(20, 12, 3)
        self.optimizer = Adam(self.net.parameters(), lr=0.01, amsgrad=True)
        self.parts = {"net": self.net, "optimizer": self.optimizer}

    def step(self):
        return down(self.optimizer, F.cross_entropy(self.net(self.x), self.y))


class Gru:
    """The next value of a wave with noise."""

    def __init__(self):
        self.wave = torch.sin(torch.arange(26) * 0.5) + 0.1 * torch.randn(8, 26)
        self.gru = nn.GRU(1, 10, batch_first=True)
        self.head = nn.Linear(10, 1)
        self.optimizer = RMSprop([*self.gru.parameters(), *self.head.parameters()], lr=0.002, eps=1e-3, momentum=0.5, centered=True)
        self.parts = {"gru": self.gru, "head": self.head, "optimizer": self.optimizer}

    def step(self):
        hidden, _ = self.gru(self.wave[:, :-1].unsqueeze(-1))
        return down(self.optimizer, F.mse_loss(self.head(hidden).squeeze(-1), self.wave[:, 1:]))


class Gpt:
    def __init__(self):
        self.text = torch.randint(0, 17, (60,))
        self.net = networks.Gpt(17, 12, 16, 4, 2)
        decayed = [x for x in self.net.parameters() if x.dim() >= 2]
        others = [x for x in self.net.parameters() if x.dim() < 2]
        self.optimizer = AdamW(
            [{"params": decayed, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}], lr=3e-3, betas=(0.9, 0.95), fused=True)
        self.parts = {"net": self.net, "optimizer": self.optimizer}

    def step(self):
        starts = torch.randint(0, 48, (4,))
        x = torch.stack([self.text[i:i + 12] for i in starts.tolist()])
        y = torch.stack([self.text[i + 1:i + 13] for i in starts.tolist()])
        logits = self.net(x)
        loss = F.cross_entropy(logits.reshape(-1, 17), y.reshape(-1))
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        return loss.item()


class Autoencoder:
    def __init__(self):
        self.x = torch.rand(16, 1, 8, 8)
        self.encoder = nn.Sequential(nn.Conv2d(1, 4, 3, stride=2, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(64, 8))
        self.decoder = nn.Sequential(
            nn.Linear(8, 64), nn.LeakyReLU(0.1), nn.Unflatten(1, (4, 4, 4)), nn.ConvTranspose2d(4, 1, 2, stride=2), nn.Sigmoid())
        self.optimizer = Adagrad([*self.encoder.parameters(), *self.decoder.parameters()], lr=0.02, fused=True)
        self.parts = {"encoder": self.encoder, "decoder": self.decoder, "optimizer": self.optimizer}

    def step(self):
        return down(self.optimizer, F.binary_cross_entropy(self.decoder(self.encoder(self.x)), self.x))


class Encoder:
    def __init__(self):
        self.x, self.y = torch.randn(12, 6, 16), torch.randint(0, 4, (12,))
        self.net = nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 4, 24, dropout=0.1, activation="gelu", batch_first=True), 2)
        self.head = nn.Linear(16, 4)
        self.optimizer = NAdam(
            [*self.net.parameters(), *self.head.parameters()], lr=2e-3, weight_decay=0.01, decoupled_weight_decay=True, foreach=True)
        self.parts = {"net": self.net, "head": self.head, "optimizer": self.optimizer}

    def step(self):
        return down(self.optimizer, F.cross_entropy(self.head(self.net(self.x).mean(1)), self.y))


class Vae:
    def __init__(self):
        self.x = torch.rand(32, 16)
        self.encoder = nn.Sequential(nn.Linear(16, 24), nn.Tanh(), nn.Linear(24, 8))
        self.decoder = nn.Sequential(nn.Linear(4, 24), nn.Tanh(), nn.Linear(24, 16))
        self.optimizer = Adamax([*self.encoder.parameters(), *self.decoder.parameters()], lr=5e-3)
        self.parts = {"encoder": self.encoder, "decoder": self.decoder, "optimizer": self.optimizer}

    def step(self):
        mean, log_variance = self.encoder(self.x).chunk(2, 1)
        z = mean + (0.5 * log_variance).exp() * torch.randn_like(mean)
        error = F.binary_cross_entropy_with_logits(self.decoder(z), self.x, reduction="sum")
        divergence = -0.5 * (1 + log_variance - mean.square() - log_variance.exp()).sum()
        return down(self.optimizer, (error + divergence) / 32)


class Gan:
    def __init__(self):
        self.real = torch.randn(64, 2) * torch.tensor([1.0, 0.3]) + torch.tensor([2.0, -1.0])
        self.generator = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
        self.critic = nn.Sequential(nn.Linear(2, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
        self.first = Adam(self.generator.parameters(), lr=2e-3, betas=(0.5, 0.999), fused=True)
        self.second = RAdam(self.critic.parameters(), lr=2e-3, betas=(0.5, 0.9), foreach=True)
        self.parts = {"generator": self.generator, "critic": self.critic, "first": self.first, "second": self.second}

    def step(self):
        ones, zeros = torch.ones(32, 1), torch.zeros(32, 1)
        real = self.real[torch.randint(0, 64, (32,))]
        fake = self.generator(torch.randn(32, 4))
        critic = down(
            self.second,
            F.binary_cross_entropy_with_logits(self.critic(real), ones)
            + F.binary_cross_entropy_with_logits(self.critic(fake.detach()), zeros))
        return critic + down(self.first, F.binary_cross_entropy_with_logits(self.critic(fake), ones))


class Lbfgs:
    """In double precision, and with a penalty: else its line search turns the last bit into other steps."""

    def __init__(self):
        self.x = torch.linspace(-2, 2, 40, dtype=torch.float64).unsqueeze(1)
        self.y = torch.sin(2 * self.x) + 0.1 * torch.randn(40, 1, dtype=torch.float64)
        self.net = nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1)).double()
        self.optimizer = LBFGS(self.net.parameters(), lr=0.5, max_iter=2, history_size=10, line_search_fn="strong_wolfe")
        self.parts = {"net": self.net, "optimizer": self.optimizer}

    def step(self):
        def closure():
            self.optimizer.zero_grad()
            penalty = sum(x.square().sum() for x in self.net.parameters())
            loss = F.mse_loss(self.net(self.x), self.y) + 1e-3 * penalty
            loss.backward()
            return loss

        return self.optimizer.step(closure).item()


PROGRAMS = {
    "Mlp": Mlp, "ResNet": ResNet, "Lstm": Lstm, "Gru": Gru, "Gpt": Gpt, "Autoencoder": Autoencoder, "Encoder": Encoder, "Vae": Vae,
    "Gan": Gan, "Lbfgs": Lbfgs,
}


def start(name):
    torch.manual_seed(11)
    return PROGRAMS[name]()


def curve(name):
    program = start(name)
    return [program.step() for _ in range(STEPS)]


def checkpoint(name):
    program = start(name)
    for _ in range(SAVED):
        program.step()
    return {**{part: value.state_dict() for part, value in program.parts.items()}, "rng": torch.get_rng_state()}


def resumed(name, saved):
    program = start(name)
    for part, value in program.parts.items():
        value.load_state_dict(saved[part])
    torch.set_rng_state(saved["rng"])
    return [program.step() for _ in range(RESUMED)]


def version():
    return torch.__version__.split("+")[0]


def processor():
    """What the last bits depend on: whose it is, and which of libtorch's kernels run on it."""
    vendor = next(line.split(": ")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("vendor_id"))
    return f"{vendor} {torch.backends.cpu.get_cpu_capability()}"


def merge(files):
    curves = [[json.loads(line) for line in pathlib.Path(file).read_text().splitlines()] for file in files]
    names = [one[0]["version"] for one in curves]
    lines = [{"recorded": [*(f"PyTorch {name}" for name in names[:-1]), f"PyTorch {names[-1]}'s front end on TorchLite's own libtorch"]},
             {"processor": curves[-1][0]["processor"]}]
    for first, second, own in zip(*(one[1:] for one in curves)):
        lines.append({"program": own["program"], "losses": own["losses"], "others": [first["losses"], second["losses"]]})
    return lines


def main(what, *files):
    torch.set_num_threads(1)
    if what == "curves":
        print(json.dumps({"version": version(), "processor": processor()}))
        for name in PROGRAMS:
            print(json.dumps({"program": name, "losses": curve(name)}))
        return
    out = pathlib.Path("out")
    out.mkdir(exist_ok=True)
    if what == "merge":
        (out / "training.jsonl").write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in merge(files)))
    elif what == "save":
        torch.save({name: checkpoint(name) for name in PROGRAMS}, out / "training.pt")
    else:
        saved = torch.load(files[0], weights_only=True)
        lines = [f"gone on with by PyTorch {version()}'s front end on TorchLite's own libtorch",
                 f"{hashlib.sha256(pathlib.Path(files[0]).read_bytes()).hexdigest()}  the checkpoints"]
        for name in PROGRAMS:
            went = resumed(name, saved[name])
            same = sum(a == b for a, b in zip(went, curve(name)[SAVED:SAVED + RESUMED]))
            lines.append(f"{name}: {same} of {RESUMED} losses equal")
        (out / "training-resumed.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[2 if sys.argv[1] == "training.py" else 1:])  # as bootstrap.py runs it
