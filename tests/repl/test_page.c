/* A page, whole, in both its forms: which words are taken for marks, what names a table, what is there only if asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "repl/page/page.h"

static const char *const heads[] = { "What", "How many" };

static void fill(moot_page *page)
{
    moot_page_para(page, "a <b> & \"c\" 'd'");
    moot_page_heading(page, 2, "One & all");
    moot_page_list_begin(page);
    moot_page_item(page, "- an item");
    moot_page_list_end(page);
    moot_page_table_begin(page, NULL, heads, 2);
    moot_page_stand_out(page);
    moot_page_cell(page, "a|b");
    moot_page_number(page, -7);
    moot_page_cell(page, "c");
    moot_page_cell(page, "");
    moot_page_table_end(page);
    moot_page_heading(page, 3, "Deeper");
    moot_page_table_begin(page, "Named", heads, 1);
    moot_page_cell(page, "x");
    moot_page_table_end(page);
}

static void expect(moot_page_form form, int contents, const char *made_by, const char *from, const char *expected)
{
    moot_page page;
    moot_buf out;
    moot_err err;
    moot_err_init(&err);
    moot_buf_init(&out);
    moot_page_init(&page, form, "T & U");
    if (contents) {
        moot_page_contents(&page);
    }
    fill(&page);
    assert_int_equal(moot_page_end(&page, made_by, &out, &err), MOOT_OK);
    const char *at = strstr(moot_buf_text(&out), from);
    assert_non_null(at);
    assert_string_equal(at, expected);
    moot_page_done(&page);
    moot_buf_done(&out);
}

static void test_html(void **state)
{
    (void)state;
    expect(MOOT_PAGE_HTML, 1, "moot <x>", "<h1>",
           "<h1>T &amp; U</h1>\n<p>a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>\n"
           "<nav aria-label=\"Contents\">\n<ul>\n<li><a href=\"#h1\">One &amp; all</a></li>\n</ul>\n</nav>\n"
           "<h2 id=\"h1\">One &amp; all</h2>\n<ul>\n<li>- an item</li>\n</ul>\n"
           "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-labelledby=\"h1\">\n<table>\n"
           "<thead><tr><th scope=\"col\">What</th><th scope=\"col\">How many</th></tr></thead>\n<tbody>\n"
           "<tr class=\"out\"><th scope=\"row\">a|b</th><td class=\"n\">-7</td></tr>\n<tr><th scope=\"row\">c</th><td></td></tr>\n"
           "</tbody>\n</table>\n</div>\n<h3 id=\"h2\">Deeper</h3>\n"
           "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"Named\">\n<table>\n<caption>Named</caption>\n"
           "<thead><tr><th scope=\"col\">What</th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">x</th></tr>\n</tbody>\n</table>\n</div>\n"
           "</main>\n<footer><p>Made by <code>moot &lt;x&gt;</code>.</p></footer>\n</body>\n</html>\n");
}

static void test_markdown(void **state)
{
    (void)state;
    expect(MOOT_PAGE_MARKDOWN, 0, NULL, "",
           "# T & U\n\na \\<b\\> & \"c\" 'd'\n\n## One & all\n\n- \\- an item\n\n"
           "| What | How many |\n| --- | --- |\n| a\\|b | \\-7 |\n| c |  |\n\n"
           "### Deeper\n\n**Named**\n\n| What |\n| --- |\n| x |\n\n");
}

/* What would open a list, a rule, a fence or an entity is text; what only resembles it stays as it is. */
static void test_marks_of_markdown(void **state)
{
    static const char *const texts[][2] = {
        { "1. May", "1\\. May" },     { "12. May", "12\\. May" },   { "3) so", "3\\) so" },    { "12 May 2026. So", "12 May 2026. So" },
        { "+ more", "\\+ more" },     { "~~~", "\\~~~" },           { "a - b", "a - b" },      { "&copy; R&D", "\\&copy; R\\&D" },
        { "A & B", "A & B" },         { "one\ntwo", "one two" },    { "`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_" },
        { "\\[a]", "\\\\\\[a\\]" },
    };
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(texts); i++) {
        moot_page page;
        moot_buf out, expected;
        moot_err err;
        moot_err_init(&err);
        moot_buf_init(&out);
        moot_buf_init(&expected);
        moot_page_init(&page, MOOT_PAGE_MARKDOWN, "T");
        moot_page_para(&page, texts[i][0]);
        moot_buf_printf(&expected, "# T\n\n%s\n\n", texts[i][1]);
        assert_int_equal(moot_page_end(&page, NULL, &out, &err), MOOT_OK);
        assert_string_equal(moot_buf_text(&out), moot_buf_text(&expected));
        moot_page_done(&page);
        moot_buf_done(&out);
        moot_buf_done(&expected);
    }
}

/* A text in which memory ended is not taken for a short one, whatever was put together after it. */
static void test_memory_that_ended_is_told(void **state)
{
    moot_page page;
    moot_buf out;
    moot_err err;
    (void)state;
    moot_err_init(&err);
    moot_buf_init(&out);
    moot_page_init(&page, MOOT_PAGE_HTML, "T");
    moot_page_fresh(&page)->failed = 1;
    moot_buf_str(moot_page_fresh(&page), "the next");
    moot_page_para(&page, moot_buf_text(&page.text));
    assert_int_equal(moot_page_end(&page, NULL, &out, &err), MOOT_ENOMEM);
    moot_page_done(&page);
    moot_buf_done(&out);
}

/* Names of facts are long words: on a telephone they break where they must, or the page scrolls sideways. On paper a heading
 * stays whole, and a picture is no taller than what a page has left below its heading. */
static void test_words_and_pictures_keep_to_the_page(void **state)
{
    (void)state;
    moot_page page;
    moot_buf out;
    moot_err err;
    moot_err_init(&err);
    moot_buf_init(&out);
    moot_page_init(&page, MOOT_PAGE_HTML, "T");
    assert_int_equal(moot_page_end(&page, "moot", &out, &err), MOOT_OK);
    const char *body = strstr(moot_buf_text(&out), "body{");
    const char *paper = strstr(moot_buf_text(&out), "@media print{");
    assert_non_null(body);
    assert_non_null(paper);
    const char *breaks = strstr(body, "overflow-wrap:break-word}");
    assert_true(breaks && breaks < strchr(body, '\n'));
    assert_non_null(strstr(paper, "h1,h2,h3{break-inside:avoid}"));
    assert_non_null(strstr(paper, "figure:not(.chart) svg{width:auto;max-height:215mm}"));
    moot_page_done(&page);
    moot_buf_done(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_words_and_pictures_keep_to_the_page),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_marks_of_markdown),
        cmocka_unit_test(test_memory_that_ended_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
