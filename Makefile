# moot's build. `make` builds build/moot; `make help` lists the targets.
#
# One file, no recursion. Everything made lies under build/<config>/, one folder per way of compiling (see
# "Configurations"), so they never disturb each other. Sources are found by wildcard: a new file needs no line here.
#   make V=1             shows the commands
#   make WERROR=1        warnings are errors
#   make test ONLY=cli   only tests whose path contains "cli"
#   make test CONFIG=asan, make CC=clang, make CFLAGS=... LDFLAGS=... as usual

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules
Q := $(if $(filter 1,$(V)),,@)

# As many jobs as processors, or JOBS=N; whole outputs in turn if several targets run.
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(JOBS)
endif
ifneq ($(word 2,$(MAKECMDGOALS)),)
MAKEFLAGS += --output-sync=target
endif

prefix ?= /usr/local
PREFIX ?= $(prefix)
CONFIG ?= release
ifeq ($(origin CC),default)
CC := gcc
endif

# ---- Packages: checked before anything is built ---------------------------------------------------------------------
# Targets for first-time users and testers install what is missing; the others only say what to install.

goals := $(or $(MAKECMDGOALS),all)
no_package_goals := help clean bare-test
build_goals := all generate install build/%
test_goals := demo test
tool_goals := check check-extra lint asan tsan valgrind cover fuzz bench clauses compile_commands.json test-% all-%

package_sets :=
ifneq ($(filter-out $(no_package_goals),$(goals)),)
package_sets += build
endif
ifneq ($(filter-out $(no_package_goals) $(build_goals) demo,$(goals)),)
package_sets += test
endif
ifneq ($(filter-out $(no_package_goals) $(build_goals) $(test_goals),$(goals)),)
package_sets += tools
endif
package_mode := $(if $(filter $(test_goals) $(tool_goals),$(goals)),--install,--check)
ifneq ($(findstring n,$(filter-out --%,$(firstword -$(MAKEFLAGS)))),)
package_mode := --check# `make -n` changes nothing
endif
ifneq ($(package_sets),)
ifneq ($(shell tests/install-deps.sh $(package_mode) $(package_sets) || echo missing),)
$(error packages are missing, see above)
endif
endif

# ---- Flags ----------------------------------------------------------------------------------------------------------

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
    -Wold-style-definition -Wcast-qual -Wwrite-strings -Wundef -Wformat=2 -Wvla -Wnull-dereference \
    $(if $(filter 1,$(WERROR)),-Werror)
BASE_CFLAGS := -std=c11 -g $(WARNINGS) -fno-common -fstack-protector-strong -pthread -D_DEFAULT_SOURCE -I.

vm_packages := sqlite3 jansson libsodium libutf8proc gsl
repl_packages := smartcols readline
vm_cflags := $(shell pkg-config --cflags $(vm_packages) 2>/dev/null)
vm_libs := $(shell pkg-config --libs $(vm_packages) 2>/dev/null) -lcsv -lm
lua_packages := lua5.4 libcmark
lua_cflags := $(shell pkg-config --cflags $(lua_packages) 2>/dev/null)
lua_libs := $(shell pkg-config --libs $(lua_packages) 2>/dev/null)
# readline asks for POSIX of 2001 (-D_XOPEN_SOURCE=600), which would hide newer functions from repl/.
repl_cflags := $(filter-out -D_%,$(shell pkg-config --cflags $(repl_packages) 2>/dev/null))
repl_libs := $(shell pkg-config --libs $(repl_packages) 2>/dev/null)

# Only lua/ and the tests of it see Lua's headers: elsewhere an #include <lua.h> does not compile.
folder_cflags_vm := $(vm_cflags)
folder_cflags_lua := $(vm_cflags) $(lua_cflags) -DMOOT_SHARE='"$(PREFIX)/share/moot"'
folder_cflags_repl := $(vm_cflags) $(repl_cflags)
folder_cflags_tests := $(folder_cflags_lua) $(repl_cflags)

# ---- Configurations: compiler, flags, and what the tests run under --------------------------------------------------
# release  what users run             clang  the same by the second compiler; feeds compile_commands.json
# asan     address, leak, undefined   tsan   data races   cover  line coverage   fuzz  libFuzzer's instrumentation

CONFIGS := release clang asan tsan cover fuzz
sanitized := -O1 -fno-omit-frame-pointer -Wno-null-dereference

cc_release := $(CC)
cc_clang := clang
cc_asan := $(CC)
cc_tsan := $(CC)
cc_cover := $(CC)
cc_fuzz := clang
cflags_release := -O2 -D_FORTIFY_SOURCE=2
cflags_clang := $(cflags_release)
cflags_asan := $(sanitized) -fsanitize=address,leak,undefined -fno-sanitize-recover=all
cflags_tsan := $(sanitized) -fsanitize=thread
cflags_cover := -O0 --coverage
cflags_fuzz := $(sanitized) -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
ldflags_asan := -fsanitize=address,leak,undefined
ldflags_tsan := -fsanitize=thread
ldflags_cover := --coverage
ldflags_fuzz := -fsanitize=address,undefined
# A test may take so many times as long.
patience_asan := 5
patience_tsan := 10
# Some kernels place memory where gcc 12's thread sanitizer does not expect it; without randomisation they do not.
wrap_tsan := $(shell setarch -R true 2>/dev/null && echo setarch -R)
wrap_valgrind := valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite \
    --suppressions=$(CURDIR)/tests/valgrind.supp

# ---- Sources --------------------------------------------------------------------------------------------------------

vm_c := $(wildcard vm/*/*.c)
lua_c := $(wildcard lua/*/*.c)
repl_c := $(wildcard repl/*.c repl/*/*.c)
argparse := $(firstword $(wildcard /usr/share/lua/5.4/argparse.lua /usr/local/share/lua/5.4/argparse.lua))
embedded_lua := $(sort $(wildcard stdlib/*.lua)) $(argparse)

# A test program is tests/<folder>/test_*.c; the other .c files of its folder are linked into each.
test_folders := vm lua repl hostile
$(foreach f,$(test_folders),$(eval tests_$(f) := $(basename $(wildcard tests/$(f)/test_*.c))))
$(foreach f,$(test_folders),$(eval helpers_$(f) := $(filter-out tests/$(f)/test_%,$(wildcard tests/$(f)/*.c))))
bench := tests/bench/bench
bench_c := $(wildcard tests/bench/*.c)
fuzzers := $(basename $(wildcard tests/fuzz/fuzz_*.c))
generate := tests/tools/generate

# ---- Rules, once for each configuration -----------------------------------------------------------------------------

# $(call stamp,FILE,TEXT): keeps TEXT in FILE, touching it only when TEXT changes.
define stamp
@mkdir -p $(dir $(1)); printf '%s\n' '$(subst ','\'',$(2))' | cmp -s - $(1) || printf '%s\n' '$(subst ','\'',$(2))' > $(1)
endef

# $(call compile,CONFIG,FOLDER)
compile = $(cc_$(1)) $(BASE_CFLAGS) $(cflags_$(1)) $(folder_cflags_$(2)) $(CPPFLAGS) $(CFLAGS)
# $(call link,CONFIG)
link = $(cc_$(1)) -pthread $(ldflags_$(1)) $(LDFLAGS) -Wl,--as-needed
objects = $(patsubst %.c,build/$(1)/obj/%.o,$(2))

define config_rules
build/$(1)/flags: FORCE
	$$(call stamp,$$@,$$(call compile,$(1),tests) $$(call link,$(1)) $$(vm_libs) $$(lua_libs) $$(repl_libs))
build/$(1)/sources: FORCE
	$$(call stamp,$$@,$$(vm_c) $$(lua_c) $$(repl_c) $$(embedded_lua) $$(foreach f,$$(test_folders),$$(helpers_$$(f))))

build/$(1)/obj/%.o: %.c build/$(1)/flags
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call compile,$(1),$$(firstword $$(subst /, ,$$*))) -MMD -MP $(if $(filter clang,$(1)),-MJ $$(@:.o=.json)) -c -o $$@ $$<

build/$(1)/gen/stdlib_data.c: lua/sandbox/embed.sh $$(embedded_lua) build/$(1)/sources
	$$(Q)mkdir -p $$(@D)
	$$(Q)lua/sandbox/embed.sh $$(embedded_lua) > $$@
build/$(1)/gen/stdlib_data.o: build/$(1)/gen/stdlib_data.c lua/sandbox/embedded.h build/$(1)/flags
	$$(Q)$$(call compile,$(1),lua) -c -o $$@ $$<

build/$(1)/libmoot_vm.a: $(call objects,$(1),$(vm_c)) build/$(1)/sources
	$$(Q)rm -f $$@ && ar rcs $$@ $$(filter %.o,$$^)
build/$(1)/libmoot_lua.a: $(call objects,$(1),$(lua_c)) build/$(1)/gen/stdlib_data.o build/$(1)/sources
	$$(Q)rm -f $$@ && ar rcs $$@ $$(filter %.o,$$^)
build/$(1)/moot: $(call objects,$(1),$(repl_c)) build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(repl_libs) $$(lua_libs) $$(vm_libs)

$(tests_vm:%=build/$(1)/%): build/$(1)/%: build/$(1)/obj/%.o $(call objects,$(1),$(helpers_vm)) build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(vm_libs) -lcmocka
$(tests_lua:%=build/$(1)/%): build/$(1)/%: build/$(1)/obj/%.o $(call objects,$(1),$(helpers_lua)) \
    build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(lua_libs) $$(vm_libs) -lcmocka
$(tests_hostile:%=build/$(1)/%): build/$(1)/%: build/$(1)/obj/%.o $(call objects,$(1),$(helpers_hostile)) \
    build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(lua_libs) $$(vm_libs) -lcmocka
$(tests_repl:%=build/$(1)/%): build/$(1)/%: build/$(1)/obj/%.o $(call objects,$(1),$(helpers_repl)) \
    $(call objects,$(1),$(filter-out repl/main.c,$(repl_c))) build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(repl_libs) $$(lua_libs) $$(vm_libs) -lcmocka
build/$(1)/$(bench): $(call objects,$(1),$(bench_c)) $(call objects,$(1),$(helpers_repl) $(filter-out repl/main.c,$(repl_c))) \
    build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(repl_libs) $$(lua_libs) $$(vm_libs)
build/$(1)/$(generate): build/$(1)/obj/$(generate).o build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -o $$@ $$^ $$(lua_libs) $$(vm_libs)
$(fuzzers:%=build/$(1)/%): build/$(1)/%: build/$(1)/obj/%.o $(call objects,$(1),$(helpers_repl) $(filter-out repl/main.c,$(repl_c))) \
    build/$(1)/libmoot_lua.a build/$(1)/libmoot_vm.a
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(call link,$(1)) -fsanitize=fuzzer -o $$@ $$^ $$(repl_libs) $$(lua_libs) $$(vm_libs)

.PHONY: all-$(1) test-$(1)
all-$(1): build/$(1)/libmoot_vm.a build/$(1)/libmoot_lua.a $(if $(wildcard repl/main.c),build/$(1)/moot)
test-$(1): all-$(1) $(foreach f,$(test_folders),$(tests_$(f):%=build/$(1)/%))
	$(if $(filter cover,$(1)),$$(Q)find build/$(1) -name '*.gcda' -delete)
	$$(Q)CC='$$(CC)' JOBS='$$(JOBS)' WRAP='$$(wrap_$(1))' PATIENCE='$$(patience_$(1))' tests/run.sh build/$(1) $$(ONLY)
endef
$(foreach config,$(CONFIGS),$(eval $(call config_rules,$(config))))

.PHONY: FORCE
FORCE:
.SECONDARY:
-include $(wildcard build/*/obj/*/*.d build/*/obj/*/*/*.d)

# ---- Targets --------------------------------------------------------------------------------------------------------

.PHONY: all demo pictures test test-cluster check check-extra lint asan tsan valgrind cover fuzz bench clauses generate install clean help bare-test

ifneq ($(wildcard repl/main.c),)
build_moot := build/moot
endif

all: all-$(CONFIG) $(build_moot) ## build the program: build/moot (the default)
	@:

build/moot: build/release/moot
	@ln -sf release/moot $@
	@echo "built: build/moot"

demo: all ## install what is missing, build, and show what moot does
	$(Q)examples/demo.sh

test: test-$(CONFIG) ## run every test; the last line is 'N passed, N failed'

check: all-release $(foreach f,$(test_folders),$(tests_$(f):%=build/release/%)) ## lint and test
	$(Q)CC='$(CC)' JOBS='$(JOBS)' tests/run.sh --lint build/release $(ONLY)

check-extra: all-release ## against programs of others (npm, which needs a network; R; Chromium)
	$(Q)CC='$(CC)' tests/extra/date-holidays.sh build/release
	$(Q)tests/extra/survival.sh
	$(Q)tests/extra/calendar.sh build/release
	$(Q)tests/extra/intervals.sh build/release
	$(Q)tests/extra/axe.sh build/release

pictures: all-release build/moot ## the pictures of the README, made again from the examples (Chromium)
	$(Q)examples/pictures/make.sh

test-cluster: all-release ## examples/cluster on this machine: GNU parallel, and a Slurm of its own
	$(Q)tests/extra/cluster.sh build/release

lint: ## style that a machine can check: luacheck, shellcheck, includes, layers, banned calls
	$(Q)CC='$(CC)' JOBS='$(JOBS)' tests/run.sh --lint build/release tests/lint/

asan: test-asan ## every test under the address, leak and undefined behaviour sanitizers

tsan: test-tsan ## every test under the thread sanitizer

valgrind: all-release $(foreach f,$(test_folders),$(tests_$(f):%=build/release/%)) ## every test under valgrind
	$(Q)CC='$(CC)' JOBS='$(JOBS)' WRAP='$(wrap_valgrind)' SLOW=1 PATIENCE=10 tests/run.sh build/release $(ONLY)

cover: test-cover ## every test with line coverage: build/cover/coverage.html
	$(Q)cd build/cover && gcovr --root ../.. --filter '../../(vm|lua|repl)/' --html-self-contained \
	    --html-details coverage.html --print-summary --sort-percentage .

FUZZ_SECONDS ?= 60
fuzz: $(fuzzers:%=build/fuzz/%) ## feed the readers broken input, FUZZ_SECONDS=60 each
	$(Q)tests/fuzz/run.sh build/fuzz $(FUZZ_SECONDS)

bench: all-release build/release/$(bench) ## speed and memory, as ratios to a yardstick run beside them (BENCH_BIG=1)
	$(Q)build/release/$(bench)

generate: build/release/$(generate) ## after a change of the language's words: their pages, definitions and lists
	$(Q)$< .

clauses: ## clauses of each protocol that no rule or no test names
	$(Q)lua5.4 tests/tools/clauses.lua

clang_json := $(patsubst %.o,%.json,$(call objects,clang,$(vm_c) $(lua_c) $(repl_c) $(wildcard tests/*/*.c)))
compile_commands.json: $(clang_json:.json=.o) ## for editors and clang tools
	$(Q)(echo '['; cat $(clang_json) | sed '$$ s/,$$//'; echo ']') > $@

install: all-release ## program, protocols and examples below PREFIX=/usr/local (DESTDIR is honoured)
	$(Q)install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/moot
	$(Q)install -m 755 build/release/moot $(DESTDIR)$(PREFIX)/bin/moot
	$(Q)cp -R protocols examples $(DESTDIR)$(PREFIX)/share/moot/

bare-test: ## prove demo and test in a minimal Debian 12 root (needs root and debootstrap)
	$(Q)tests/bare-test.sh

clean: ## remove everything made
	$(Q)rm -rf build compile_commands.json

help: ## this list
	@awk -F ':.*## ' '/^[a-z_.-]+:.*## / { printf "  make %-22s %s\n", $$1, $$2 }' Makefile
