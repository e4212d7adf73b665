#include "script_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void show_node(const moot_node *node, int places, moot_buf *out);

static void show_fields(const moot_node *node, int places, moot_buf *out)
{
    for (int32_t i = 0; i < node->field_count; i++) {
        const moot_field *field = &node->fields[i];
        moot_buf_printf(out, "%s%s", i ? ", " : "", field->name);
        if (places) {
            moot_buf_printf(out, "@%d:%d", (int)field->line, (int)field->col);
        }
        moot_buf_char(out, '=');
        show_node(field->value, places, out);
    }
}

static void show_items(const moot_node *node, int places, moot_buf *out)
{
    for (int32_t i = 0; i < node->item_count; i++) {
        moot_buf_str(out, i ? ", " : "");
        show_node(node->items[i], places, out);
    }
}

static void show_word(const moot_node *node, int places, moot_buf *out)
{
    moot_buf_str(out, node->word);
    if (node->name) {
        moot_buf_printf(out, " \"%s\"", node->name);
    }
    if (places) {
        moot_buf_printf(out, " @%d:%d+%d", (int)node->line, (int)node->col, (int)node->width);
    }
    if (node->declared) {
        moot_buf_str(out, " {");
        show_fields(node, places, out);
        moot_buf_str(out, node->item_count ? "; " : "");
        show_items(node, places, out);
        moot_buf_char(out, '}');
    } else if (node->called) {
        moot_buf_char(out, '(');
        show_items(node, places, out);
        moot_buf_char(out, ')');
    }
}

static void show_node(const moot_node *node, int places, moot_buf *out)
{
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_STRING: moot_buf_printf(out, "\"%s\"", node->name); break;
    case MOOT_NODE_INTEGER: moot_buf_int(out, node->number); break;
    case MOOT_NODE_DECIMAL: moot_buf_printf(out, "%.3f", node->decimal); break;
    case MOOT_NODE_YESNO: moot_buf_str(out, node->number ? "true" : "false"); break;
    case MOOT_NODE_TABLE:
        moot_buf_char(out, '{');
        show_fields(node, places, out);
        moot_buf_str(out, node->item_count ? "; " : "");
        show_items(node, places, out);
        moot_buf_char(out, '}');
        break;
    case MOOT_NODE_FUNCTION:
        moot_buf_printf(out, "function%s", node->name);
        break;
    case MOOT_NODE_WORD: show_word(node, places, out); break;
    }
    if (places && node->type != MOOT_NODE_WORD) {
        moot_buf_printf(out, " @%d:%d+%d", (int)node->line, (int)node->col, (int)node->width);
    }
}

static void show_errors(const moot_errs *errs, moot_buf *out)
{
    for (size_t i = 0; i < errs->count; i++) {
        const moot_err *err = &errs->list[i];
        if (strcmp(err->file, "protocols/test.lua") != 0) {
            moot_buf_printf(out, "%s ", err->file);
        }
        moot_buf_printf(out, "%d:%d %s\n", err->line, err->col, err->msg);
    }
}

static moot_code load_text(const char *source, size_t len, int places, moot_buf *out)
{
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_load_options options = { .source = source, .source_len = len };
    moot_code code = moot_script_load("protocols/test.lua", &options, &script, &errs);
    for (int32_t i = 0; code == MOOT_OK && i < script->decl_count; i++) {
        if (!script->decls[i]->common) {
            show_node(script->decls[i], places, out);
            moot_buf_char(out, '\n');
        }
    }
    show_errors(&errs, out);
    moot_errs_done(&errs);
    moot_script_free(script);
    return code;
}

moot_code script_text_n(const char *source, size_t len, moot_buf *out)
{
    return load_text(source, len, 0, out);
}

moot_code script_text(const char *source, moot_buf *out)
{
    return load_text(source, strlen(source), 0, out);
}

moot_code script_places(const char *source, moot_buf *out)
{
    return load_text(source, strlen(source), 1, out);
}

static void expect(const char *source, int places, const char *expected)
{
    moot_buf out;
    moot_buf_init(&out);
    load_text(source, strlen(source), places, &out);
    if (strcmp(moot_buf_text(&out), expected) != 0) {
        print_error("--- script\n%s\n--- expected\n%s--- got\n%s", source, expected, moot_buf_text(&out));
        moot_buf_done(&out);
        fail();
    }
    moot_buf_done(&out);
}

void expect_script(const char *source, const char *expected)
{
    expect(source, 0, expected);
}

void expect_places(const char *source, const char *expected)
{
    expect(source, 1, expected);
}
