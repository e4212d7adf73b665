#include "repl/page.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char style[] =
    "body{font:1.1875rem/1.32 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff;margin:1.5rem auto;max-width:75rem;"
    "padding:0 1rem}\n"
    "h1{font-size:2.25rem;line-height:1.15}h2{font-size:1.6875rem;margin-top:2.5rem}h3{font-size:1.375rem}p,li{max-width:44rem}\n"
    "a{color:#1a65a6}a:focus,.box:focus{outline:3px solid #0b0c0c;background:#ffdd00}.box:focus{background:#fff}\n"
    ".skip{position:absolute;left:-999rem}.skip:focus{position:static}\n"
    "nav ul{padding-left:1.2rem}nav a{display:inline-block;min-height:1.5rem}\n"
    ".box{overflow-x:auto}table{border-collapse:collapse;font-size:1rem;width:100%}\n"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #cecece}\n"
    "td.n{text-align:right}figure{margin:1rem 0}figcaption{font-size:1rem}svg{max-width:none;height:auto}\n"
    "footer{border-top:1px solid #cecece;margin-top:3rem;color:#484949}\n"
    "@page{size:A4;margin:15mm}\n"
    "@media print{body{font-size:10pt;margin:0;max-width:none}thead{display:table-header-group}tr,figure{break-inside:avoid}"
    ".box{overflow:visible}svg{max-width:100%}.skip{display:none}}\n";

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
        default: moot_buf_char(out, *text);
        }
    }
}

/* What Markdown would take for a mark gets a backslash. Lines stay lines of their paragraph or cell. */
static void markdown_text(moot_buf *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '\n' || *at == '\r') {
            moot_buf_char(out, ' ');
            continue;
        }
        int opens_line = at == text && (strchr("#+-=", *at) || isdigit((unsigned char)*at));
        if (strchr("\\`*_[]<>|", *at) || (opens_line && !isdigit((unsigned char)*at))) {
            moot_buf_char(out, '\\');
        }
        moot_buf_char(out, *at);
        if (opens_line && isdigit((unsigned char)*at) && at[1] == '.') {
            moot_buf_char(out, '\\');
        }
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
}

void moot_page_done(moot_page *page)
{
    moot_buf_done(&page->lead);
    moot_buf_done(&page->contents);
    moot_buf_done(&page->body);
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
            words(page, &page->contents, text);
            moot_buf_str(&page->contents, "</a></li>\n");
        }
    } else {
        moot_buf_str(&page->body, level == 2 ? "## " : "### ");
        words(page, &page->body, text);
        moot_buf_str(&page->body, "\n\n");
        if (level == 2) {
            moot_buf_str(&page->contents, "- ");
            words(page, &page->contents, text);
            moot_buf_char(&page->contents, '\n');
        }
    }
}

void moot_page_para(moot_page *page, const char *text)
{
    moot_buf *out = part(page);
    moot_buf_str(out, is_html(page) ? "<p>" : "");
    words(page, out, text);
    moot_buf_str(out, is_html(page) ? "</p>\n" : "\n\n");
}

void moot_page_list_begin(moot_page *page)
{
    moot_buf_str(part(page), is_html(page) ? "<ul>\n" : "");
}

void moot_page_item(moot_page *page, const char *text)
{
    moot_buf *out = part(page);
    moot_buf_str(out, is_html(page) ? "<li>" : "- ");
    words(page, out, text);
    moot_buf_str(out, is_html(page) ? "</li>\n" : "\n");
}

void moot_page_list_end(moot_page *page)
{
    moot_buf_str(part(page), is_html(page) ? "</ul>\n" : "\n");
}

void moot_page_table_begin(moot_page *page, const char *caption, const char *const *heads, int32_t count)
{
    moot_buf *out = part(page);
    page->columns = count;
    page->cell = 0;
    if (is_html(page)) {
        moot_buf_str(out, "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"");
        words(page, out, caption);
        moot_buf_str(out, "\">\n<table>\n<caption>");
        words(page, out, caption);
        moot_buf_str(out, "</caption>\n<thead><tr>");
    } else {
        moot_buf_str(out, "**");
        words(page, out, caption);
        moot_buf_str(out, "**\n\n|");
    }
    for (int32_t i = 0; i < count; i++) {
        moot_buf_str(out, is_html(page) ? "<th scope=\"col\">" : " ");
        words(page, out, heads[i]);
        moot_buf_str(out, is_html(page) ? "</th>" : " |");
    }
    moot_buf_str(out, is_html(page) ? "</tr></thead>\n<tbody>\n" : "\n|");
    for (int32_t i = 0; i < count && !is_html(page); i++) {
        moot_buf_str(out, " --- |");
    }
    moot_buf_str(out, is_html(page) ? "" : "\n");
}

static void cell(moot_page *page, const char *text, const char *attributes)
{
    moot_buf *out = part(page);
    int first = page->cell == 0, last = page->cell + 1 == page->columns;
    if (is_html(page)) {
        moot_buf_printf(out, "%s%s", first ? "<tr>" : "", first ? "<th scope=\"row\">" : "<td");
        moot_buf_printf(out, "%s", first ? "" : attributes);
        moot_buf_str(out, first ? "" : ">");
    } else {
        moot_buf_str(out, first ? "| " : " ");
    }
    words(page, out, text);
    moot_buf_str(out, is_html(page) ? first ? "</th>" : "</td>" : " |");
    if (last) {
        moot_buf_str(out, is_html(page) ? "</tr>\n" : "\n");
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
    moot_buf_str(part(page), is_html(page) ? "</tbody>\n</table>\n</div>\n" : "\n");
}

void moot_page_html(moot_page *page, const char *html)
{
    if (is_html(page)) {
        moot_buf_str(part(page), html);
    }
}

void moot_page_fence(moot_page *page, const char *language, const char *text)
{
    if (!is_html(page)) {
        moot_buf_printf(part(page), "```%s\n%s```\n\n", language, text);
    }
}

/* ---- all of it ---- */

static void html_end(const moot_page *page, const char *made_by, moot_buf *out)
{
    moot_buf_str(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    moot_html_text(out, page->title);
    moot_buf_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n"
                         "<main id=\"main\">\n<h1>", style);
    moot_html_text(out, page->title);
    moot_buf_printf(out, "</h1>\n%s", moot_buf_text(&page->lead));
    if (page->contents.len > 0) {
        moot_buf_printf(out, "<nav aria-label=\"Contents\">\n<ul>\n%s</ul>\n</nav>\n", moot_buf_text(&page->contents));
    }
    moot_buf_printf(out, "%s</main>\n<footer><p>Made by <code>", moot_buf_text(&page->body));
    moot_html_text(out, made_by);
    moot_buf_str(out, "</code>.</p></footer>\n</body>\n</html>\n");
}

static void markdown_end(const moot_page *page, const char *made_by, moot_buf *out)
{
    moot_buf_str(out, "# ");
    markdown_text(out, page->title);
    moot_buf_printf(out, "\n\n%s", moot_buf_text(&page->lead));
    if (page->contents.len > 0) {
        moot_buf_printf(out, "Contents:\n\n%s\n", moot_buf_text(&page->contents));
    }
    moot_buf_printf(out, "%sMade by `%s`.\n", moot_buf_text(&page->body), made_by);
}

moot_code moot_page_end(moot_page *page, const char *made_by, moot_buf *out, moot_err *err)
{
    if (is_html(page)) {
        html_end(page, made_by, out);
    } else {
        markdown_end(page, made_by, out);
    }
    int whole = moot_buf_ok(&page->lead) && moot_buf_ok(&page->contents) && moot_buf_ok(&page->body) && moot_buf_ok(out);
    return whole ? MOOT_OK : moot_fail_memory(err);
}
