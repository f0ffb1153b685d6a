/*
 * Tanimoto of one 2048-bit query against rows of 32 words: the native rival of the similarity benchmark.
 * Prints: median ms of all hits, hits, median ms of the 100 most similar, sum of their rows weighted by rank.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  const size_t n = strtoul(argv[2], 0, 10);
  const double threshold = atof(argv[3]);
  uint64_t *rows = aligned_alloc(64, n * 256);
  uint16_t *counts = malloc(n * 2);
  FILE *file = fopen(argv[1], "rb");
  if (!file || !rows || !counts || fread(rows, 256, n, file) != n) return 1;
  for (size_t i = 0; i < n; i++) {
    counts[i] = 0;
    for (int w = 0; w < 32; w++) counts[i] += __builtin_popcountll(rows[i * 32 + w]);
  }
  double times[64];
  size_t hits = 0;
  for (int q = 0; q < 64; q++) {
    const uint64_t *query = rows + (size_t)q * 32;
    const double start = now();
    for (size_t i = 0; i < n; i++) {
      int common = 0;
      for (int w = 0; w < 32; w++) common += __builtin_popcountll(rows[i * 32 + w] & query[w]);
      if (common >= threshold * (counts[i] + counts[q] - common)) hits++;
    }
    times[q] = now() - start;
  }
  qsort(times, 64, sizeof(double), by_value);
  printf("%f %zu", times[32], hits);

  enum { TOP = 100 };
  double best[TOP];
  size_t at[TOP];
  unsigned long long sum = 0;
  for (int q = 0; q < 64; q++) {
    const uint64_t *query = rows + (size_t)q * 32;
    const double start = now();
    int held = 0;
    for (size_t i = 0; i < n; i++) {
      int common = 0;
      for (int w = 0; w < 32; w++) common += __builtin_popcountll(rows[i * 32 + w] & query[w]);
      const int all = counts[i] + counts[q] - common;
      const double score = all == 0 ? 0 : (double)common / all;
      if (held == TOP && score <= best[TOP - 1]) continue;
      int place = held < TOP ? held++ : TOP - 1;
      for (; place > 0 && best[place - 1] < score; place--) {
        best[place] = best[place - 1];
        at[place] = at[place - 1];
      }
      best[place] = score;
      at[place] = i;
    }
    times[q] = now() - start;
    for (int k = 0; k < held; k++) sum += (k + 1) * at[k];
  }
  qsort(times, 64, sizeof(double), by_value);
  printf(" %f %llu\n", times[32], sum);
  return 0;
}
