"""Why a file cannot be read: every cause with its message, in one table."""

from typing import Any

from lantu.errors import UnreadableFileError

#: Code: what is wrong and what to do, in Chinese and in English. docs/reference/errors.md lists the same codes.
CAUSES: dict[str, tuple[str, str]] = {
    "missing": ("找不到该文件。请检查路径和文件名。", "there is no such file; check the path"),
    "directory": ("这是一个文件夹，不是文件。请给出其中的文件。", "this is a directory; name the files in it"),
    "not-a-file": (
        "这不是普通文件（可能是管道或设备）。请先把内容存成文件再读取。",
        "this is not a regular file (a pipe or a device); save its content to a file first",
    ),
    "no-permission": (
        "没有读取权限。请让文件的所有者授予读取权限。",
        "no permission to read it; ask its owner for read access",
    ),
    "input-output": (
        "读取磁盘时出错（{reason}）。请检查磁盘或网络盘后重试。",
        "the system failed to read it ({reason}); check the disk and retry",
    ),
    "too-large": (
        "文件有 {size} MB，超过上限 {limit} MB。请拆分文件，或调高上限。",
        "the file has {size} MB, more than the limit of {limit} MB; split it or raise the limit",
    ),
    "empty": (
        "文件是空的（0 字节）。请检查下载或复制是否完整。",
        "the file is empty (0 bytes); check that it was downloaded whole",
    ),
    "blank": (
        "文件里没有文字，只有空白。请检查是否选错了文件。",
        "the file holds no text, only blanks; check that it is the right one",
    ),
    "unknown-format": (
        "认不出文件格式（内容{seen}）。可读的格式：txt、md、html、docx、pdf、ofd、doc、wps、rtf，以及扫描图片 png、jpg、tif。",
        "the format is not known (the content {seen_en}); readable are txt, md, html, docx, pdf, ofd, doc, wps, rtf and pictures png, jpg, tif",
    ),
    "not-word": (
        "这是{what}，不是 Word 文档。请另存为 docx 或 pdf 后再读取。",
        "this is {what_en}, not a Word document; save it as docx or pdf",
    ),
    "damaged-word": (
        "Word 文件已损坏或不完整（{reason}）。请重新下载，或用 Word、WPS 打开后另存。",
        "the Word file is damaged or cut short ({reason}); download it again, or open it in Word and save it anew",
    ),
    "encrypted-word": (
        "Word 文件设有打开密码。请在 Word 或 WPS 中去掉密码后另存。",
        "the Word file asks for a password; remove the password in Word and save it",
    ),
    "unsafe-xml": (
        "文件的部件“{part}”含有 DTD 或实体定义，可能是恶意构造，已拒绝读取。请用 Word 或 WPS 打开后另存。",
        "part “{part}” defines a DTD or entities, as attacks do, and was refused; open the file in its program and save it anew",
    ),
    "zip-bomb": (
        "压缩内容解开后过大（{size} MB，上限 {limit} MB，或压缩比异常），已停止读取。请确认文件来源；内容属实时请拆分文件。",
        "it unpacks to too much ({size} MB, the limit is {limit} MB, or its ratio is abnormal); check where it comes from, or split it",
    ),
    "encrypted-pdf": (
        "PDF 设有打开密码。请用知道密码的软件打开，去掉密码后另存。",
        "the PDF asks for a password; open it with the password and save it without",
    ),
    "damaged-pdf": (
        "PDF 已损坏或不完整。请重新下载，或用阅读器打开后“打印为 PDF”。",
        "the PDF is damaged or cut short; download it again, or print it to a new PDF",
    ),
    "pdf-without-text": (
        "PDF 里没有文字（多为扫描件），需要文字识别。请安装：pip install 'lantu[ocr]'",
        "the PDF holds no text (it is likely a scan) and needs character recognition; install it: pip install 'lantu[ocr]'",
    ),
    "needs-ocr": (
        "这是图片，需要文字识别。请安装：pip install 'lantu[ocr]'",
        "this is a picture and needs character recognition; install it: pip install 'lantu[ocr]'",
    ),
    "nothing-recognised": (
        "图片或扫描件里没有识别出文字。请检查扫描是否清晰、方向是否正确。",
        "no text was recognised in the picture or scan; check that it is sharp and upright",
    ),
    "damaged-image": (
        "图片已损坏或不完整。请重新扫描或下载。",
        "the picture is damaged or cut short; scan or download it again",
    ),
    "image-too-large": (
        "图片有 {size} 万像素，超过上限 {limit} 万。请用较低的分辨率扫描（300 dpi 即可）。",
        "the picture has {size} × 10,000 pixels, more than {limit} × 10,000; scan at a lower resolution (300 dpi is enough)",
    ),
    "too-many-pages": (
        "文件有 {pages} 页，超过上限 {limit} 页。请拆分文件，或调高上限。",
        "the file has {pages} pages, more than the limit of {limit}; split it or raise the limit",
    ),
    "damaged-ofd": (
        "OFD 文件已损坏或不完整（{reason}）。请重新下载，或用 OFD 阅读器打开后另存。",
        "the OFD file is damaged or cut short ({reason}); download it again, or open it in an OFD reader and save it anew",
    ),
    "encrypted-ofd": (
        "OFD 文件已加密。请用 OFD 阅读器打开后，另存为不加密的文件。",
        "the OFD file is encrypted; open it in an OFD reader and save it without encryption",
    ),
    "ofd-without-text": (
        "OFD 里没有文字（多为图片）。请用 OFD 阅读器导出为图片或 PDF，再用文字识别读取。",
        "the OFD holds no text (it is likely made of pictures); export it to pictures or PDF and read those by character recognition",
    ),
    "not-a-table": (
        "不是 CSV 数据表（{reason}）。请在表格软件中另存为“CSV UTF-8”。",
        "it is no CSV table ({reason_en}); save it as CSV in UTF-8",
    ),
    "table-without-columns": (
        "数据表首行缺少列：{columns}。首行应有“地区、指标、年份、数值、单位、口径、来源”等列名。",
        "the table's first row lacks the columns {columns_en}; it should name region, indicator, year, value, unit, measure, evidence",
    ),
    "needs-libreoffice": (
        "旧格式（{what}）要借助 LibreOffice 读取，而本机没有安装。请安装（Debian：apt install libreoffice-writer-nogui），或另存为 docx。",
        "the old format ({what}) is read through LibreOffice, which is not installed; install it (Debian: apt install libreoffice-writer-nogui) or save the file as docx",
    ),
    "conversion-failed": (
        "LibreOffice 没能转换该文件（{reason}）。文件可能已损坏或设有密码；请用 Word 或 WPS 打开后另存为 docx。",
        "LibreOffice could not convert the file ({reason}); it may be damaged or ask for a password: open it in Word and save it as docx",
    ),
}


def unreadable(name: str, code: str, **details: Any) -> UnreadableFileError:
    """The error for one of ``CAUSES``, its message filled with the details.

    >>> print(unreadable("plan.txt", "empty").zh)
    plan.txt：文件是空的（0 字节）。请检查下载或复制是否完整。
    """
    zh, en = CAUSES[code]
    return UnreadableFileError(name, code, zh.format(**details), en.format(**details))
