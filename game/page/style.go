package page

// style is the look of a report: the light theme of the game.
const style = `:root { color-scheme: light; }
body { margin: 0; background: #f3f5f8; color: #16202c; font: 16px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; }
main { max-width: 900px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 28px; line-height: 1.25; margin: 8px 0 16px; }
h2 { font-size: 20px; margin: 0 0 12px; }
h3 { font-size: 16px; margin: 0 0 8px; }
section { background: #fff; border: 1px solid #e1e6ec; border-radius: 10px; padding: 20px; margin: 16px 0; }
p, ul { margin: 8px 0; max-width: 75ch; }
figure { margin: 20px 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption, caption, summary { color: #566373; font-size: 14px; text-align: left; }
.warn { border-left: 4px solid #8f5700; background: #fff6e5; padding: 8px 12px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 12px 0; font-size: 14px; font-variant-numeric: tabular-nums; }
th { text-align: left; color: #566373; font-weight: bold; vertical-align: bottom; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #e1e6ec; }
.n { text-align: right; padding-left: 12px; }
td.n { white-space: nowrap; }
.room { font-size: 22px; }
.room main { max-width: 1240px; }
.room h1 { font-size: 40px; }
.room h2 { font-size: 30px; }
.room h3 { font-size: 22px; }
.room figure svg { width: 100%; }
.room table, .room caption, .room figcaption, .room summary { font-size: 20px; }
@media print { body { background: #fff; } section { border: 0; padding: 0; break-inside: avoid-page; } details { display: none; } }
`
