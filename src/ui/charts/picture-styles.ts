/** The colours of the light theme, for files: a picture in a report knows nothing of our style sheet. */
export const pictureStyles = `
text{font-family:'Source Sans 3',sans-serif;font-size:14px;fill:#1b2925}
.p-title{font-size:22px;font-weight:600}.p-summary{font-size:15px}.p-foot{font-size:12px;fill:#50605a}
.c-tick,.c-axis-label,.c-notice,.c-break-label{fill:#50605a}.c-notice{font-weight:600}
.c-label,.c-moment-label,.c-target-label,.c-map-label{font-weight:600}
.c-line{fill:none;stroke:#5a6963;stroke-width:2}.c-dash-2{stroke-dasharray:7 4}.c-dash-3{stroke-dasharray:2 4}
.c-group .c-line{stroke:#5a6963;stroke-dasharray:5 4}.c-group .c-solid,.c-group .c-label{fill:#5a6963}
.c-mine .c-line{stroke:#0f5c46;stroke-width:3.5}.c-mine .c-solid,.c-mine .c-label{fill:#0f5c46}
.c-with-1 .c-line{stroke:#1b6ca8}.c-with-1 .c-solid,.c-with-1 .c-label{fill:#1b6ca8}
.c-with-2 .c-line{stroke:#87499c}.c-with-2 .c-solid,.c-with-2 .c-label{fill:#87499c}
.c-with-3 .c-line{stroke:#a8325f}.c-with-3 .c-solid,.c-with-3 .c-label{fill:#a8325f}
.c-with-4 .c-line{stroke:#0b7780}.c-with-4 .c-solid,.c-with-4 .c-label{fill:#0b7780}
.c-leader{fill:none;stroke:#9aa5a0}.c-hollow{fill:#fff;stroke:#50605a;stroke-width:2}
.c-mine .c-hollow{stroke:#0f5c46}.c-with-1 .c-hollow{stroke:#1b6ca8}.c-with-2 .c-hollow{stroke:#87499c}
.c-with-3 .c-hollow{stroke:#a8325f}.c-with-4 .c-hollow{stroke:#0b7780}
.c-cross{fill:none;stroke:#1b2925;stroke-width:2.5}.c-hit{fill:none}
.c-grid{stroke:#e3e6e0}.c-zero{stroke:#73827b}.c-break{stroke:#50605a;stroke-dasharray:3 3}.c-moment{stroke:#1b2925;stroke-width:1.5}
.c-span{fill:#eef3ee}.c-span-label{font-weight:600}.c-level-line{stroke-width:7;stroke-opacity:.35}.c-mine .c-level-line{stroke:#0f5c46}.c-group .c-level-line{stroke:#5a6963}
.c-target{fill:none;stroke:#8a5a00;stroke-width:2;stroke-dasharray:8 3 2 3}.c-target-end,.c-target-label{fill:#8a5a00}
.c-trend{stroke:#0f5c46;stroke-width:1.5;stroke-dasharray:1 5}
.c-box{fill:#eef3ee;stroke:#d5dad4}.c-median{stroke:#50605a;stroke-width:2}.c-mean{stroke:#50605a;stroke-width:2;stroke-dasharray:2 4}
.c-dot{fill:#8d9994;stroke:#fff}.c-dot.c-hollow{fill:#fff;stroke:#5a6963;stroke-width:1.5}
.c-dot.c-mine{fill:#0f5c46}.c-dot.c-with,.c-dot.c-with-1{fill:#1b6ca8}
.c-bar{fill:#8d9994}.c-mine .c-bar{fill:#0f5c46}.c-bar.c-hollow{fill:#fff;stroke:#5a6963;stroke-width:1.5}.c-mine .c-bar.c-hollow{fill:#fff;stroke:#0f5c46}
.c-whisker{fill:none;stroke:#5a6963;stroke-width:2}.c-mine .c-whisker{stroke:#0f5c46}
.c-circle{stroke:#73827b;stroke-width:.7}.c-level-0{fill:#d3ebd8}.c-level-1{fill:#b2c873}.c-level-2{fill:#cd9437}
.c-level-3{fill:#a4521b}.c-level-4{fill:#5c2212}.c-single{fill:#0f5c46}.c-ring{fill:#fff;stroke:#0f5c46;stroke-width:3}.c-missing{fill:#fff}.c-chosen{stroke:#1b2925;stroke-width:3}
`.replaceAll('\n', '')
