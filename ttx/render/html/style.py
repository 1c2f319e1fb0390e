"""How the HTML paper looks on a screen and on sheets."""

from __future__ import annotations

STYLE = """
:root{--ink:#1b1f24;--soft:#4b535c;--line:#c9ced4;--blue:#1f4e79;--pale:#f3f6f9}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;
font:16px/1.5 'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK KR','Malgun Gothic',sans-serif}
main{max-width:60rem;margin:0 auto;padding:1rem 1.5rem 3rem}
.marking{margin:0;padding:.4rem 1rem;text-align:center;background:var(--blue);color:#fff;font-size:.85rem}
.marking span{display:inline-block;margin-left:1rem}
h1{font-size:1.7rem;line-height:1.25;color:var(--blue);margin:1.6rem 0 .8rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;color:var(--blue);border-bottom:2px solid var(--blue);margin:2rem 0 .8rem;
padding-bottom:.2rem}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem;overflow-wrap:anywhere}
p,li{max-width:48rem;overflow-wrap:anywhere;margin:.4rem 0}
li{margin:.25rem 0}
ul,ol{padding-left:1.4rem;margin:.4rem 0}
.note{color:var(--soft);font-size:.9rem}
.fixed{font-size:.9rem;border-left:4px solid var(--blue);background:var(--pale);padding:.5rem .8rem}
.wide{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;table-layout:fixed;min-width:36rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;
overflow-wrap:anywhere;hyphens:auto}
thead th{background:var(--blue);color:#fff}
tbody th{background:var(--pale);font-weight:600}
td:empty{height:2rem}
pre{background:var(--pale);border:1px solid var(--line);padding:.5rem .8rem;white-space:pre-wrap;
overflow-wrap:anywhere}
code{background:var(--pale);padding:0 .2rem}
.blank{display:inline-block;min-width:14rem;border-bottom:1px solid var(--ink);height:1.1em}
figure{margin:1rem 0;border:1px solid var(--line);padding:.8rem;break-inside:avoid}
figcaption{font-weight:600;margin-bottom:.5rem}
svg{width:100%;height:auto;display:block}
nav ul{columns:2;list-style:none;padding:0}
a{color:#174a7c}
.large{font-size:1.3rem}.large table{font-size:1.2rem}
hr.page{border:0;margin:2rem 0}
@media (max-width:40rem){nav ul{columns:1}main{padding:1rem}}
@media print{
body{font-size:10pt;line-height:1.4}
main{max-width:none;padding:0}
p,li{max-width:none}
.marking{display:none}
h1{font-size:18pt;margin-top:0}h2{font-size:13pt;margin-top:14pt}h3{font-size:11pt;margin-top:9pt}
h1,h2,h3{break-after:avoid}
table{font-size:8.5pt;min-width:0}
.large{font-size:14pt}.large table{font-size:13pt}.large h3{font-size:14pt}
.wide{overflow:visible}
thead{display:table-header-group}
tr,li li{break-inside:avoid}
th,td{padding:1.5pt 4pt;line-height:1.3}
.fixed{padding:3pt 6pt;margin:4pt 0;break-inside:avoid}
.note,.fixed{font-size:8.5pt}
.note{margin:3pt 0}
thead th,.fixed,tbody th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
hr.page{break-before:page;margin:0;height:0}
a{color:inherit;text-decoration:none}
figure{padding:6pt}
}
"""
