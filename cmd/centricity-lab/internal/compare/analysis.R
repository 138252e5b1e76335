# Reads a batch's folder and compares its arms: a start for your own analysis.
#
#   Rscript analysis.R FOLDER [MEASURE]
#
# It needs no package. read_level() reads any table of the folder, each column
# as the type that codebook.csv gives it.

read_level <- function(folder, level) {
  codebook <- read.csv(file.path(folder, "codebook.csv"), colClasses = "character")
  types <- codebook$type[codebook$table == level]
  names(types) <- codebook$name[codebook$table == level]
  # Whole numbers go up to 2^52, beyond R's integers but exact as numerics.
  classes <- ifelse(types == "string", "character", "numeric")
  read.csv(file.path(folder, paste0(level, ".csv")), colClasses = classes, na.strings = "")
}

# One row a replication and one column an arm: the mean over all settings of the
# factors. Runs of a replication share people and luck, so rows are pairs.
by_replication <- function(runs, measure) {
  arms <- unique(runs$arm)
  tapply(runs[[measure]], list(runs$replication, factor(runs$arm, levels = arms)), mean)
}

compare_arms <- function(runs, measure) {
  x <- by_replication(runs, measure)
  base <- x[, 1]
  rows <- lapply(colnames(x)[-1], function(arm) {
    d <- x[, arm] - base
    half <- qt(0.975, length(d) - 1) * sd(d) / sqrt(length(d))
    data.frame(arm = arm, against = colnames(x)[1], difference = mean(d), low = mean(d) - half, high = mean(d) + half,
               variance_saved = (var(x[, arm]) + var(base)) / var(d))
  })
  do.call(rbind, rows)
}

# The median run of every arm with the band that holds nine runs in ten.
draw_fans <- function(rounds, measure) {
  arms <- unique(rounds$arm)
  q <- lapply(arms, function(arm) {
    r <- rounds[rounds$arm == arm, ]
    do.call(rbind, tapply(r[[measure]], r$round, quantile, c(0.05, 0.5, 0.95), na.rm = TRUE, simplify = FALSE))
  })
  at <- as.numeric(rownames(q[[1]]))
  plot(range(at), range(unlist(q), na.rm = TRUE), type = "n", xlab = "round", ylab = measure)
  for (i in seq_along(arms)) {
    polygon(c(at, rev(at)), c(q[[i]][, 1], rev(q[[i]][, 3])), col = adjustcolor(i + 1, 0.2), border = NA)
    lines(at, q[[i]][, 2], col = i + 1, lwd = 2)
  }
  legend("topleft", legend = arms, col = seq_along(arms) + 1, lwd = 2, bty = "n")
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) > 0) {
  folder <- arguments[1]
  measure <- if (length(arguments) > 1) arguments[2] else "company_value"
  runs <- read_level(folder, "runs")
  print(compare_arms(runs, measure), digits = 8, row.names = FALSE)
  if (file.exists(file.path(folder, "rounds.csv"))) {
    pdf("fans.pdf", width = 8, height = 5)
    draw_fans(read_level(folder, "rounds"), "customers")
    invisible(dev.off())
  }
}
