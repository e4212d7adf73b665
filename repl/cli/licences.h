/* licences: the notices that `moot --licences` prints, but for that of argparse, which stands in
 * its own text. */
#ifndef MOOT_LICENCES_H
#define MOOT_LICENCES_H

static const char moot_licences[] =
    "moot is free software: you may redistribute it and change it under the terms of the\n"
    "GNU General Public License, version 3 or later (file LICENSE). It comes with no warranty.\n"
    "Your protocol scripts, assumptions, caseloads and results are yours: running them in\n"
    "moot puts no licence on them.\n"
    "\n"
    "It is linked with\n"
    "  Lua 5.4            MIT; Lua.org, PUC-Rio\n"
    "  SQLite             public domain\n"
    "  GNU Readline       GPL-3.0-or-later; Free Software Foundation\n"
    "  GNU Scientific Library  GPL-3.0-or-later; the GSL team\n"
    "  Jansson            MIT; Petri Lehtinen\n"
    "  libcsv             LGPL-2.1-or-later; Robert Gamble\n"
    "  libsmartcols       LGPL-2.1-or-later; the util-linux project\n"
    "  libsodium          ISC; Frank Denis\n"
    "  utf8proc           MIT and Unicode; Steven G. Johnson, Jiahao Chen and others\n"
    "\n"
    "and holds, as text, lua-argparse, under this notice:\n"
    "\n";

#endif
