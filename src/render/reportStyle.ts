// The looks of the reports. Colours of text reach a contrast of 4.5 on their grounds, in light and in dark; gone and
// new differ in more than colour. No picture and no font is loaded.
/** Lengths of the bars, in steps of 5%: classes, so that no element needs a style of its own. */
const BARS = Array.from({ length: 21 }, (_, step) => `.s${step}{--share:${step * 5}%}`).join("");

/** The style sheet of a report. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;
--ground:#f7f5f0;--paper:#fffefb;--ink:#1d1b18;--quiet:#625d54;--line:#ddd8cd;--link:#1b5482;
--gone:#fbdcd7;--gone-ink:#7a1a10;--came:#d3eed5;--came-ink:#0d4a1c;--mark:#fdf0b8;--good:#1d6b34;--bad:#8a4b08;--target:#fff6d6;
--h0:#eceae3;--h1:#d5e3ee;--h2:#aecbe2;--h3:#2f6c9c;--h3-ink:#fff;--h4:#134468;--h4-ink:#fff;
--serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Cambria,Georgia,"Noto Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media screen and (prefers-color-scheme:dark){:root{
--ground:#151412;--paper:#1d1c19;--ink:#ebe7df;--quiet:#aaa497;--line:#37342e;--link:#93c5f0;
--gone:#4c1d18;--gone-ink:#ffcfc7;--came:#173f24;--came-ink:#bff0c9;--mark:#4a4115;--good:#86d79b;--bad:#f0b96a;--target:#332d17;
--h0:#23211d;--h1:#1c3042;--h2:#1f4664;--h3:#2f6c9c;--h3-ink:#fff;--h4:#a9d3f5;--h4-ink:#0d2538}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}
main,body>footer{max-width:76rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
main:focus{outline:none}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;background:var(--paper);padding:.6rem 1rem;z-index:3}
.skip:focus{top:.5rem}
h1,h2,h3,p,ul,dl,dd{margin:0}
ul{padding:0;list-style:none}
h1{font:700 clamp(1.5rem,1.1rem + 1.8vw,2.35rem)/1.2 var(--serif);text-wrap:balance;max-width:32em}
h2{font:600 1.15rem/1.3 var(--sans);margin-block:0 .75rem}
h3{font:600 .8rem/1.3 var(--sans);color:var(--quiet);letter-spacing:.02em}
.part{font:600 1.15rem/1.3 var(--sans);color:inherit;letter-spacing:0;margin-block:0 .75rem}
.story>h2{font:700 1.25rem/1.3 var(--serif);margin-bottom:.3rem}
.story{border-top:1px solid var(--line)}
.top{padding-block:clamp(1.25rem,3vw,2.5rem) 1rem}
.versions{display:flex;flex-wrap:wrap;gap:.15rem 2rem;margin-top:.6rem;font-size:.9rem;color:var(--quiet)}
.versions div{display:flex;gap:.5rem}
.versions dt{font-weight:600}
.versions dt::after{content:":"}
.verdict{margin-top:.8rem;font-size:.9rem}
.verdict summary span{color:var(--quiet)}
.same strong{color:var(--good)}.other strong{color:var(--bad)}
.verdict[open]{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.7rem 1rem 1rem}
.verdict p{margin-block:.5rem}
summary{cursor:pointer}
.bars{display:grid;gap:.35rem;max-width:34rem}
.bars li{display:grid;grid-template-columns:1fr auto;column-gap:1rem}
.bars i{grid-column:1/-1;height:.3rem;border-radius:9px;background:linear-gradient(var(--link),var(--link)) 0/var(--share) 100% no-repeat var(--line)}
${BARS}
.reasons{padding-inline-start:1.2rem;list-style:disc}
.why{display:grid;gap:.9rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));align-items:start}
.sentence{font:400 clamp(1.15rem,1rem + .8vw,1.5rem)/1.4 var(--serif);max-width:44em;text-wrap:pretty}
.overview{padding-bottom:1.5rem}
.lists{display:grid;gap:1.25rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));margin-top:1.25rem}
.list{border-top:2px solid var(--line);padding-top:.6rem}
.list:only-child ul,.list.wide ul{columns:2 22rem;column-gap:2.5rem}
.list.wide{grid-column:1/-1}
.list li{break-inside:avoid}
.list.changed{border-color:var(--link)}.list.came{border-color:var(--good)}.list.went{border-color:var(--gone-ink)}
.list.changed li{color:var(--quiet)}
.list li{padding-block:.3rem;font-size:.95rem;line-height:1.45}
.list details{font-size:.95rem;padding-top:.3rem}
.list summary{color:var(--link)}
.kind{color:var(--quiet);font-size:.8rem;margin-inline-end:.3rem}
.changed li{padding-inline-start:4.3rem;text-indent:-4.3rem}
.changed .kind{display:inline-block;min-width:4rem;margin:0;text-indent:0}
.tally{color:var(--quiet);font-weight:400;font-variant-numeric:tabular-nums}
a.where{color:inherit;text-decoration:none}
a.where:hover{text-decoration:underline}
.to{color:var(--quiet)}
.house{display:flex;flex-wrap:wrap;align-items:baseline;gap:.35rem 1rem;margin-top:1.25rem;border-top:1px solid var(--line);padding-top:.7rem;font-size:.9rem;color:var(--quiet)}
.house ul{display:flex;flex-wrap:wrap;gap:.25rem .9rem}
.house summary{color:var(--link)}
.house .told{color:var(--ink)}
.caution{margin-top:1rem;color:var(--bad)}
del,ins{text-decoration-thickness:1px;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{background:var(--gone);color:var(--gone-ink);text-decoration-line:line-through;text-decoration-color:color-mix(in srgb,currentColor 60%,transparent);padding-inline:.1em}
ins{background:var(--came);color:var(--came-ink);text-decoration-line:underline;text-underline-offset:.18em;padding-inline:.1em}
del:has(+ins){margin-inline-end:.15em}
del.blank,ins.blank{background:none;text-decoration:none;padding:0}
del.style,ins.style{background:none;color:var(--quiet);padding-inline:0}
ins.style{color:inherit;text-decoration:underline dotted var(--quiet) 1px}
.sheet{background:var(--paper);border-block:1px solid var(--line);padding:1.25rem clamp(1rem,4vw,2.5rem) 1.75rem;margin-inline:calc(-1*clamp(1rem,4vw,2.5rem));container-type:inline-size}
.sheet>h2{margin-bottom:.6rem}
details>.sheet{margin-block-start:.5rem}
input[type=checkbox]{accent-color:var(--link);width:1.1rem;height:1.1rem;vertical-align:-.18em;margin:0 .4rem 0 0}
.switch{margin-inline-end:1.5rem;font-size:.9rem;line-height:2;cursor:pointer}
.legend{font-size:.85rem;color:var(--quiet);margin-block:.3rem 1rem;display:flex;flex-wrap:wrap;gap:.2rem 1.5rem}
.rows{font:1.03rem/1.62 var(--serif)}
.heads{display:none}
.row{padding-block:.55rem;border-radius:4px;scroll-margin-top:3.5rem}
.removed .cell,.added .cell{border-inline-start:3px solid var(--gone-ink);border-radius:3px;background:var(--gone);padding:.35rem .6rem;margin-inline-start:-.6rem}
.added .cell{border-color:var(--came-ink);background:var(--came)}
.removed del,.added ins{background:none;text-decoration:none;padding:0}
.style-only .cell{background:none;border-color:var(--line)}
.removed p::before,.added p::before{color:inherit}
.context{color:var(--quiet)}
.row:target{box-shadow:0 0 0 .35rem var(--target);background:var(--target)}
.cell{position:relative}
.cell p{position:relative;padding-inline-start:2rem}
.cell p+p{margin-top:.9rem}
.cell p::before{content:attr(data-n);position:absolute;inset-inline-start:0;top:.2em;font:.72rem/1.6 var(--sans);color:var(--quiet);font-variant-numeric:tabular-nums}
.was:not(.only),.left .cell{display:none}
.kept .cell{color:var(--quiet)}
.note{font:.8rem/1.5 var(--sans);color:var(--quiet);padding-inline-start:2rem;margin-bottom:.1rem}
.left .beginning{font-family:var(--serif)}
.kept-run>summary,.besides>summary,.shared>summary{font:.85rem/2 var(--sans);color:var(--quiet)}
.kept-run{padding-block:.25rem}
section:not(.sheet):not(.overview),.story,.piece{padding-block:1.5rem 0}
.story:not(:last-child){padding-bottom:1.5rem}
.pair{display:grid;gap:1.5rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));margin-top:.75rem}
.pair>div{min-width:0}
.besides li{padding-block:.15rem;font-size:.9rem;color:var(--quiet);border-bottom:1px solid var(--line)}
.passages p{font:1rem/1.6 var(--serif);margin-top:.8rem}
mark{background:var(--mark);color:inherit;padding-block:.1em}
mark:target{outline:2px solid var(--link)}
mark sup{font:.65rem/1 var(--sans)}
mark a{padding:.3em}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;font-size:.9rem}
.members{width:100%}
.members th,.members td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
.members td:nth-child(2){min-width:14rem;font-family:var(--serif)}
.members td:nth-child(3){min-width:8rem}
.members td:nth-child(4){white-space:nowrap;font-variant-numeric:tabular-nums}
thead th{color:var(--quiet);font-weight:600;font-size:.8rem}
tr:target{background:var(--target)}
.note-line{font-size:.85rem;color:var(--quiet);margin-bottom:.6rem}
.heat th[scope=row]{text-align:start;font-weight:400;padding-inline-end:1rem;max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.heat th span{display:inline-block;min-width:1.6em;color:var(--quiet)}
.heat td,.heat th[scope=col]{width:2.6rem;min-width:2.6rem;height:2.2rem;text-align:center;font-variant-numeric:tabular-nums}
.heat td{border:1px solid var(--ground)}
.self{color:var(--quiet)}
.lives th[scope=row]{min-width:min(24rem,40vw);max-width:min(24rem,40vw);white-space:normal;padding-block:.25rem}
.lives th span{display:inline;min-width:0}
.heat .ending{width:auto;min-width:5rem;text-align:start;padding-inline-start:.75rem;border:0}
.h0{background:var(--h0)}.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3);color:var(--h3-ink)}.h4,.h5{background:var(--h4);color:var(--h4-ink)}
.timeline{list-style:none;margin:0;padding:0 0 0 1.4rem;border-inline-start:2px solid var(--line)}
.timeline li{position:relative;padding-bottom:1rem;font-size:.95rem}
.timeline li::before{content:"";position:absolute;inset-inline-start:calc(-1.4rem - 7px);top:.45em;width:12px;height:12px;border-radius:50%;background:var(--link)}
.timeline time{font-size:.85rem;color:var(--quiet);font-variant-numeric:tabular-nums}
.timeline .g2{margin-top:1rem}.timeline .g3{margin-top:2rem}
body>footer{padding-block:2rem;font-size:.8rem;color:var(--quiet)}
.show-style:not(:checked)~.rows del.style,.show-style:not(:checked)~.rows .now del.style{display:none}
.show-style:not(:checked)~.rows .was del.style{display:inline;text-decoration:none;color:inherit}
.show-style:not(:checked)~.rows ins.style{text-decoration:none}
.show-style:not(:checked)~.rows .style-only,.show-style:not(:checked)~.rows .style-note,.show-style:not(:checked)~.legend .style-key{display:none}
@container (max-width:51.99rem){.switch.wide{display:none}}
@container (min-width:52rem){
.two-columns:checked~.rows .heads,.two-columns:checked~.rows .row{display:grid;grid-template-columns:1fr 1fr;column-gap:3rem}
.two-columns:checked~.rows .heads{position:sticky;top:0;background:var(--paper);z-index:1;font:600 .85rem/2.4 var(--sans);border-bottom:1px solid var(--line)}
.heads span{font-weight:400;color:var(--quiet)}
.two-columns:checked~.rows .note{grid-column:1/-1}
.two-columns:checked~.rows .left .note,.two-columns:checked~.rows .left .cell{grid-column:1}
.two-columns:checked~.rows .left .beginning{display:none}
.two-columns:checked~.rows .moved .note{grid-column:2}
.two-columns:checked~.rows .was{display:block;grid-column:1}
.two-columns:checked~.rows .now{grid-column:2}
.two-columns:checked~.rows .edited .now del{display:none}
}
@container (max-width:51.99rem){.two-columns{display:none}}
@media (max-width:52rem){.two-columns{display:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
.two-columns:not(:checked)~.rows{max-width:46rem}
@media (forced-colors:active){del{text-decoration:line-through}ins{text-decoration:underline}}
@media print{
:root{--ground:#fff;--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--link:#000}
body{font-size:10.5pt}main{max-width:none;padding:0}.sheet{margin:0;padding:1rem 0;border:0}
.switch,.skip,input[type=checkbox]{display:none}
del,ins,mark,.bars i{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.row,.list li{break-inside:avoid}
h2,h3{break-after:avoid}
}
`;
