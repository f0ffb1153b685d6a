/** A question to start from on the SQL page. */
export interface SqlExample {
  readonly title: string;
  readonly sql: string;
}

/** Questions that the published tables answer; each is run by the tests. */
export const SQL_EXAMPLES: readonly SqlExample[] = [
  {
    title: "Most potent compounds per target that pass Lipinski and Veber",
    sql: `SELECT t.symbol, p.compound_id, c.name, p.pchembl_median, p.n_exact, round(c.mw_da, 1) AS mw_da, round(c.qed, 2) AS qed
FROM potencies AS p
JOIN targets AS t ON t.target_id = p.target_id
JOIN compounds AS c ON c.compound_id = p.compound_id
WHERE c.lipinski_violations <= 1 AND c.veber_violations = 0 AND p.n_exact >= 3
QUALIFY row_number() OVER (PARTITION BY t.symbol ORDER BY p.pchembl_median DESC) <= 20
ORDER BY t.symbol, p.pchembl_median DESC`
  },
  {
    title: "Where the records come from, by year and source",
    sql: `SELECT document_year, source_id, count(*) AS n
FROM activities
GROUP BY ALL
ORDER BY document_year DESC NULLS LAST, n DESC`
  },
  {
    title: "Values that ChEMBL itself warns about",
    sql: `SELECT data_validity_comment, count(*) AS n, count(DISTINCT compound_id) AS compounds
FROM activities
WHERE data_validity_comment IS NOT NULL
GROUP BY ALL
ORDER BY n DESC`
  },
  {
    title: "Targets with strong genetic evidence and no drug in the clinic",
    sql: `SELECT t.symbol, t.platform_score, max(e.score) AS genetic_score
FROM targets AS t
JOIN target_evidence AS e ON e.target_id = t.target_id
WHERE e.datasource_id IN ('gwas_credible_sets', 'gene_burden', 'eva', 'genomics_england')
  AND t.target_id NOT IN (SELECT target_id FROM target_factors WHERE factor_id = 'maxClinicalStage')
GROUP BY ALL
ORDER BY genetic_score DESC
LIMIT 100`
  },
  {
    title: "What the loaders refused or read differently",
    sql: `SELECT table_name, source, reason, count(*) AS n
FROM issues
GROUP BY ALL
ORDER BY n DESC`
  }
];
