"""A manuscript as a page of a government's web site, with all that stands around the text there."""

from html import escape

from samples.manuscript import Box, Contents, Front, Grid, Heading, Item, Note, Paragraph, Part, Title, title_of

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_澜岳省人民政府门户网站</title>
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2027-02-01 09:30">
<meta name="ContentSource" content="澜岳日报">
<style>.nav li {{ display: inline; }} .TRS_Editor p {{ text-indent: 2em; line-height: 2; }}</style>
<script>function doZoom(size) {{ document.getElementById("zoom").style.fontSize = size + "px"; }}</script>
</head>
<body>
<div class="header"><a href="#">无障碍浏览</a> | <a href="#">繁体</a> | <a href="#">登录</a>
<form action="#"><input type="text" placeholder="请输入关键字"><button type="button">搜索</button></form></div>
<ul class="nav"><li><a href="#">首页</a></li><li><a href="#">要闻动态</a></li><li><a href="#">政务公开</a></li>
<li><a href="#">政务服务</a></li><li><a href="#">互动交流</a></li><li><a href="#">走进澜岳</a></li></ul>
<div class="breadcrumb">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政府工作报告</a></div>
<div class="article">
<h1 class="article-title">{title}</h1>
<div class="article-info"><span>发布时间：2027-02-01 09:30</span> <span>来源：澜岳日报</span> <span>浏览次数：<em id="hits">1286</em></span>
<span class="zoom">字体：【<a href="javascript:doZoom(20)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(12)">小</a>】</span>
<a href="javascript:window.print()">打印</a> <a href="#">收藏</a> <a href="#">下载</a> <a href="#">分享到微信</a></div>
<div id="zoom" class="TRS_Editor">
{body}
</div>
<div class="article-foot"><p>扫一扫在手机打开当前页</p><p>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</p></div>
</div>
<div class="related"><h3>相关链接</h3><ul>
<li><a href="#">一图读懂澜岳省政府工作报告</a></li>
<li><a href="#">解读：今年要办的10件民生实事</a></li>
<li><a href="#">历年政府工作报告汇编</a></li></ul></div>
<div class="footer"><p>主办：澜岳省人民政府办公厅　承办：澜岳省数据局</p>
<p>网站标识码：0000000000　澜ICP备00000000号　澜公网安备00000000000000号</p>
<p><a href="#">网站地图</a> | <a href="#">联系我们</a> | <a href="#">使用帮助</a></p></div>
</body>
</html>
"""


def to_html(parts: list[Part]) -> str:
    """The document as a page."""
    body = "\n".join(_element(part) for part in parts if not isinstance(part, Title | Contents))
    return _PAGE.format(title=escape(title_of(parts)), body=body)


def _element(part: Part) -> str:
    match part:
        case Front(text):
            return f'<p style="text-align: center">{escape(text)}</p>'
        case Heading(_, text):
            return f"<p><strong>&emsp;&emsp;{escape(text)}</strong></p>"
        case Paragraph():
            return f"<p>&emsp;&emsp;{escape(part.final)}</p>"
        case Box(title, inner):
            return f"<p><strong>{escape(title)}</strong></p>" + "".join(map(_piece, inner))
        case _:
            return f"<p>{escape(part.text)}</p>"


def _piece(piece: Grid | Item | Note) -> str:
    if not isinstance(piece, Grid):
        return f"<p>{escape(piece.text)}</p>"
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in piece.words())
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
