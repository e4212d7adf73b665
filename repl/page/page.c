#include "repl/page/page.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char style[] =
    "body{font:1.1875rem/1.32 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff;margin:1.5rem auto;max-width:75rem;"
    "padding:0 1rem;overflow-wrap:break-word}\n"
    "h1{font-size:2.25rem;line-height:1.15}h2{font-size:1.6875rem;margin-top:2.5rem}h3{font-size:1.375rem}p,li{max-width:44rem}\n"
    "a{color:#1a65a6}a:focus{color:#0b0c0c;background:#ffdd00}a:focus,.box:focus{outline:3px solid #0b0c0c}\n"
    ".skip{position:absolute;left:-999rem}.skip:focus{position:static}\n"
    "nav ul{padding-left:1.2rem}nav a{display:inline-block;vertical-align:top;min-height:1.5rem}\n"
    ".box{overflow-x:auto}table{border-collapse:collapse;font-size:1rem;width:100%}\n"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #cecece}\n"
    "td.n{text-align:right}tr.out{background:#fff7bf}figure{margin:1rem 0}svg{max-width:none;height:auto}.chart svg{display:block}\n"
    "pre{font:1rem/1.4 monospace;white-space:pre-wrap;max-width:44rem;margin:0 0 1rem}kbd{font:bold 1rem monospace}\n"
    "footer{border-top:1px solid #cecece;margin-top:3rem;color:#484949}\n"
    "td:nth-child(2):last-child{overflow-wrap:anywhere}\n"
    "@page{size:A4;margin:15mm}@page chart{size:A4 landscape;margin:8mm}\n"
    "@media print{body{font-size:10pt;margin:0;padding:0;max-width:none}"
    "h1{font-size:20pt}h2{font-size:15pt;margin-top:1.5rem}h3{font-size:12pt}table,pre,kbd{font-size:9pt}"
    "h1,h2,h3{break-inside:avoid}h1,h2,h3,caption,thead{break-after:avoid}thead{display:table-header-group}tr,figure{break-inside:avoid}"
    "tbody tr:first-child{break-before:avoid}"
    ".chart{page:chart;break-inside:auto;break-after:page;margin:0}.box{overflow:visible}svg{max-width:100%}"
    ".chart svg{break-inside:avoid}figure:not(.chart) svg{width:auto;max-height:215mm}"
    ".skip{display:none}footer{margin-top:1rem}}\n";

static int is_html(const moot_page *page)
{
    return page->form == MOOT_PAGE_HTML;
}

/* ---- texts ---- */

void moot_html_text(moot_buf *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&': moot_buf_str(out, "&amp;"); break;
        case '<': moot_buf_str(out, "&lt;"); break;
        case '>': moot_buf_str(out, "&gt;"); break;
        case '"': moot_buf_str(out, "&quot;"); break;
        case '\'': moot_buf_str(out, "&#39;"); break;
        default: moot_buf_char(out, (unsigned char)*text < ' ' && !strchr("\t\r\n", *text) ? ' ' : *text);
        }
    }
}

/* What opens a list, a heading, a rule or a fence at the beginning of a line: the length of what stands before its sign, -1 if
 * nothing does. "12. " is one; "12" is none. */
static int opener(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits > 0) {
        return text[digits] == '.' || text[digits] == ')' ? (int)digits : -1;
    }
    return *text && strchr("#+-=~", *text) ? 0 : -1;
}

/* What Markdown would take for a mark gets a backslash. Lines stay lines of their paragraph or cell. */
static void markdown_text(moot_buf *out, const char *text)
{
    const char *opens = opener(text) < 0 ? NULL : text + opener(text);
    for (const char *at = text; *at; at++) {
        if (*at == '\n' || *at == '\r') {
            moot_buf_char(out, ' ');
            continue;
        }
        int entity = *at == '&' && (at[1] == '#' || isalpha((unsigned char)at[1]));
        moot_buf_str(out, at == opens || entity || strchr("\\`*_[]<>|", *at) ? "\\" : "");
        moot_buf_char(out, *at);
    }
}

static void words(const moot_page *page, moot_buf *out, const char *text)
{
    if (is_html(page)) {
        moot_html_text(out, text);
    } else {
        markdown_text(out, text);
    }
}

static void either(const moot_page *page, moot_buf *out, const char *html, const char *markdown)
{
    moot_buf_str(out, is_html(page) ? html : markdown);
}

/* Before the first heading all goes to the lead. */
static moot_buf *part(moot_page *page)
{
    return page->headings > 0 ? &page->body : &page->lead;
}

/* ---- the parts ---- */

void moot_page_init(moot_page *page, moot_page_form form, const char *title)
{
    memset(page, 0, sizeof *page);
    page->form = form;
    page->title = title;
    moot_buf_init(&page->lead);
    moot_buf_init(&page->contents);
    moot_buf_init(&page->body);
    moot_buf_init(&page->text);
}

moot_buf *moot_page_fresh(moot_page *page)
{
    page->failed |= !moot_buf_ok(&page->text);
    moot_buf_clear(&page->text);
    return &page->text;
}

void moot_page_done(moot_page *page)
{
    moot_buf_done(&page->lead);
    moot_buf_done(&page->contents);
    moot_buf_done(&page->body);
    moot_buf_done(&page->text);
}

void moot_page_contents(moot_page *page)
{
    page->has_contents = 1;
}

void moot_page_heading(moot_page *page, int level, const char *text)
{
    page->headings++;
    if (is_html(page)) {
        moot_buf_printf(&page->body, "<h%d id=\"h%d\">", level, (int)page->headings);
        words(page, &page->body, text);
        moot_buf_printf(&page->body, "</h%d>\n", level);
        if (level == 2) {
            moot_buf_printf(&page->contents, "<li><a href=\"#h%d\">", (int)page->headings);
        }
    } else {
        moot_buf_str(&page->body, level == 2 ? "## " : "### ");
        words(page, &page->body, text);
        moot_buf_str(&page->body, "\n\n");
        moot_buf_str(&page->contents, level == 2 ? "- " : "");
    }
    if (level == 2) {
        words(page, &page->contents, text);
        either(page, &page->contents, "</a></li>\n", "\n");
    }
}

void moot_page_para(moot_page *page, const char *text)
{
    moot_buf *out = part(page);
    either(page, out, "<p>", "");
    words(page, out, text);
    either(page, out, "</p>\n", "\n\n");
}

void moot_page_list_begin(moot_page *page)
{
    either(page, part(page), "<ul>\n", "");
}

void moot_page_item(moot_page *page, const char *text)
{
    moot_buf *out = part(page);
    either(page, out, "<li>", "- ");
    words(page, out, text);
    either(page, out, "</li>\n", "\n");
}

void moot_page_list_end(moot_page *page)
{
    either(page, part(page), "</ul>\n", "\n");
}

static void table_name(const moot_page *page, moot_buf *out, const char *caption)
{
    if (is_html(page)) {
        moot_buf_str(out, "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label");
        moot_buf_printf(out, caption ? "=\"" : "ledby=\"h%d", (int)page->headings);
        words(page, out, caption ? caption : "");
        moot_buf_str(out, "\">\n<table>\n");
    }
    if (caption) {
        either(page, out, "<caption>", "**");
        words(page, out, caption);
        either(page, out, "</caption>\n", "**\n\n");
    }
}

void moot_page_table_begin(moot_page *page, const char *caption, const char *const *heads, int32_t count)
{
    moot_buf *out = part(page);
    page->columns = count;
    page->cell = 0;
    table_name(page, out, caption);
    either(page, out, "<thead><tr>", "|");
    for (int32_t i = 0; i < count; i++) {
        either(page, out, "<th scope=\"col\">", " ");
        words(page, out, heads[i]);
        either(page, out, "</th>", " |");
    }
    either(page, out, "</tr></thead>\n<tbody>\n", "\n|");
    for (int32_t i = 0; i < count; i++) {
        either(page, out, "", " --- |");
    }
    either(page, out, "", "\n");
}

void moot_page_stand_out(moot_page *page)
{
    page->stands_out = 1;
}

static void cell(moot_page *page, const char *text, const char *attributes)
{
    moot_buf *out = part(page);
    int first = page->cell == 0, last = page->cell + 1 == page->columns;
    if (first) {
        either(page, out, page->stands_out ? "<tr class=\"out\"><th scope=\"row\">" : "<tr><th scope=\"row\">", "| ");
    } else {
        either(page, out, "<td", " ");
        either(page, out, attributes, "");
        either(page, out, ">", "");
    }
    words(page, out, text);
    either(page, out, first ? "</th>" : "</td>", " |");
    if (last) {
        either(page, out, "</tr>\n", "\n");
        page->stands_out = 0;
    }
    page->cell = last ? 0 : page->cell + 1;
}

void moot_page_cell(moot_page *page, const char *text)
{
    cell(page, text, "");
}

void moot_page_number(moot_page *page, int64_t value)
{
    char text[24];
    (void)snprintf(text, sizeof text, "%" PRId64, value);
    cell(page, text, " class=\"n\"");
}

void moot_page_table_end(moot_page *page)
{
    either(page, part(page), "</tbody>\n</table>\n</div>\n", "\n");
}

void moot_page_html(moot_page *page, const char *html)
{
    either(page, part(page), html, "");
}

void moot_page_fence(moot_page *page, const char *language, const char *text)
{
    if (!is_html(page)) {
        moot_buf_printf(part(page), "```%s\n%s```\n\n", language, text);
    }
}

/* ---- all of it ---- */

void moot_html_begin(moot_buf *out, const char *title)
{
    moot_buf_str(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    moot_html_text(out, title);
    moot_buf_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n"
                         "<main id=\"main\">\n<h1>", style);
    moot_html_text(out, title);
    moot_buf_str(out, "</h1>\n");
}

void moot_html_end(moot_buf *out, const char *made_by)
{
    moot_buf_str(out, "</main>\n");
    if (made_by) {
        moot_buf_str(out, "<footer><p>Made by <code>");
        moot_html_text(out, made_by);
        moot_buf_str(out, "</code>.</p></footer>\n");
    }
    moot_buf_str(out, "</body>\n</html>\n");
}

static void begin(const moot_page *page, moot_buf *out)
{
    if (is_html(page)) {
        moot_html_begin(out, page->title);
    } else {
        moot_buf_str(out, "# ");
        markdown_text(out, page->title);
        moot_buf_str(out, "\n\n");
    }
}

static void end(const moot_page *page, const char *made_by, moot_buf *out)
{
    if (is_html(page)) {
        moot_html_end(out, made_by);
    } else if (made_by) {
        moot_buf_printf(out, "Made by `%s`.\n", made_by);
    }
}

moot_code moot_page_end(moot_page *page, const char *made_by, moot_buf *out, moot_err *err)
{
    begin(page, out);
    moot_buf_str(out, moot_buf_text(&page->lead));
    if (page->has_contents) {
        either(page, out, "<nav aria-label=\"Contents\">\n<ul>\n", "Contents:\n\n");
        moot_buf_str(out, moot_buf_text(&page->contents));
        either(page, out, "</ul>\n</nav>\n", "\n");
    }
    moot_buf_str(out, moot_buf_text(&page->body));
    end(page, made_by, out);
    (void)moot_page_fresh(page);
    int whole = moot_buf_ok(&page->lead) && moot_buf_ok(&page->contents) && moot_buf_ok(&page->body) && moot_buf_ok(out);
    return whole && !page->failed ? MOOT_OK : moot_fail_memory(err);
}
