"""``lantu read``: how documents were understood, before anything is extracted from them."""

import sys
from collections.abc import Iterator, Sequence

from lantu.app.find_documents import find_documents
from lantu.app.open_documents import open_documents
from lantu.cli.output import write_standard
from lantu.cli.parser import Parser, add_files, one_of, require_files
from lantu.cli.reading import beside_bar, exit_code, progress_bar, report_failures, separate, terminal_width
from lantu.cli.voice import Voice
from lantu.model.document import Document
from lantu.publishing.document_record import document_record
from lantu.publishing.exact_json import to_json
from lantu.publishing.options import Language, Options
from lantu.publishing.tree import write_tree

_FORMATS = ("tree", "json")

_EXAMPLES = """\
  lantu read 规划纲要.docx
  lantu read --text 工作报告.pdf | less
  lantu read --set kind=work-report --set date=2024-01-23 报告.txt
  lantu read --format json 规划纲要.txt | jq .front"""


def run(arguments: Sequence[str], voice: Voice) -> int:
    """The exit code of ``lantu read``."""
    parsed = _parser(voice).parse(arguments)
    require_files(parsed.files, "read")
    found = find_documents(parsed.files)
    failures = list(found.failures)
    options = Options(
        language=Language(voice.published), width=terminal_width(sys.stdout.fileno()) if sys.stdout.isatty() else 0
    )
    form = "text" if parsed.text else parsed.format
    with progress_bar(voice, quiet=False, files=len(found.paths)) as bar:
        documents = separate(open_documents(found.paths, settled=dict(parsed.settled), listener=bar), failures)
        write_standard(beside_bar(_pieces(documents, form, options), bar))
    report_failures(failures, voice)
    return exit_code(failures)


def _parser(voice: Voice) -> Parser:
    parser = Parser(
        "read",
        voice,
        zh="看文件怎样被读懂：标题、文种、发文机关、地区、日期、时期及各自的理由，然后是篇章结构。",
        en="Show how documents were understood: title, kind, issuer, region, date and period with reasons, and the tree.",
        examples=_EXAMPLES,
    )
    add_files(parser)
    parser.add(
        "--format",
        zh="输出格式：tree 结构（默认），json 每份文件一行",
        en="tree (default), or json with one line a document",
        metavar="tree|json",
        type=one_of("--format", _FORMATS),
        default="tree",
    )
    parser.add("--text", zh="输出清理后的正文", en="print the cleaned text", action="store_true")
    return parser


def _pieces(documents: Iterator[Document], form: str, options: Options) -> Iterator[bytes]:
    for index, document in enumerate(documents):
        if form == "json":
            yield (to_json(document_record(document)) + "\n").encode(errors="backslashreplace")
        elif form == "text":
            yield (document.clean.text + "\n").encode(errors="replace")
        else:
            yield ("\n" * bool(index) + "".join(write_tree(document, options))).encode(errors="replace")
