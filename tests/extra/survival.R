# Golden figures for tests/vm/test_stats.c: Kaplan-Meier with log-log intervals, as R's package survival gives them.
#   Rscript tests/extra/survival.R > tests/vm/survival_golden.h
library(survival)

set.seed(7)
drawn <- pmax(0, round(rexp(60, 1 / 30)))
seen <- rbinom(60, 1, 0.7)
long <- round(rweibull(150, 0.8, 300))
long_seen <- rbinom(150, 1, 0.85)
sets <- list(
  list("aml, maintained", aml$time[aml$x == "Maintained"], aml$status[aml$x == "Maintained"], 100),
  list("aml, not maintained", aml$time[aml$x != "Maintained"], aml$status[aml$x != "Maintained"], 40),
  list("drawn, with ties", drawn, seen, 60),
  list("drawn, long", long, long_seen, 365),
  list("nobody had it", c(3, 5, 9), c(0, 0, 0), 8),
  list("all at once", c(4, 4, 4, 4), c(1, 1, 1, 1), 10)
)

number <- function(x) ifelse(is.na(x), "NAN", sprintf("%.9f", x))
whole <- function(x) ifelse(is.na(x), "INT64_MAX", sprintf("%d", as.integer(x)))
list_of <- function(x) paste(x, collapse = ", ")

cat("/* Made by tests/extra/survival.R with R's package survival ", as.character(packageVersion("survival")),
    "; make check-extra makes it again. */\n", sep = "")
writeLines(c(
  '#include <math.h>',
  '',
  '#include "vm/base/stats.h"',
  '',
  'typedef struct golden_step {',
  '    int64_t time, at_risk, happened, lost;',
  '    double waiting, low, high;',
  '} golden_step;',
  '',
  'typedef struct golden_set {',
  '    const char *name;',
  '    const moot_followed *lives;',
  '    size_t count;',
  '    const golden_step *steps;',
  '    size_t step_count;',
  '    int64_t quantile[3], low[3], high[3]; /* of the shares 0.237, 0.511 and 0.743 */',
  '    int64_t until;',
  '    double mean, error;',
  '} golden_set;',
  ''
))
for (i in seq_along(sets)) {
  s <- sets[[i]]
  cat(sprintf("static const moot_followed lives_%d[] = {\n", i))
  cat(sprintf("    { %d, %d },\n", as.integer(s[[2]]), as.integer(s[[3]])), sep = "")
  cat("};\n")
  fit <- survfit(Surv(s[[2]], s[[3]]) ~ 1, conf.type = "log-log")
  cat(sprintf("static const golden_step steps_%d[] = {\n", i))
  cat(sprintf("    { %d, %d, %d, %d, %s, %s, %s },\n", as.integer(fit$time), as.integer(fit$n.risk), as.integer(fit$n.event),
              as.integer(fit$n.censor), number(fit$surv), number(fit$lower), number(fit$upper)), sep = "")
  cat("};\n")
}
cat("static const golden_set golden[] = {\n")
for (i in seq_along(sets)) {
  s <- sets[[i]]
  fit <- survfit(Surv(s[[2]], s[[3]]) ~ 1, conf.type = "log-log")
  # An odd share is met by no step exactly, so that the two ways to name a quantile agree.
  q <- quantile(fit, c(0.237, 0.511, 0.743))
  table <- summary(fit, rmean = s[[4]])$table
  cat(sprintf("    { \"%s\", lives_%d, MOOT_COUNT(lives_%d), steps_%d, MOOT_COUNT(steps_%d),\n", s[[1]], i, i, i, i))
  cat(sprintf("      { %s }, { %s }, { %s }, %d, %s, %s },\n", list_of(whole(q$quantile)), list_of(whole(q$lower)),
              list_of(whole(q$upper)), as.integer(s[[4]]), number(table["rmean"]), number(table["se(rmean)"])))
}
cat("};\n")
