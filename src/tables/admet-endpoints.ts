/** The five letters of ADMET. */
export type AdmetGroup = "absorption" | "distribution" | "metabolism" | "excretion" | "toxicity";

/** How predictions of an endpoint are scored, in the words of the benchmark. */
export type AdmetMetric = "mae" | "spearman" | "roc-auc" | "pr-auc";

/** Metrics as the field writes them. */
const METRIC_WORDS: Readonly<Record<string, string>> = {
  mae: "MAE",
  r2: "R²",
  spearman: "Spearman ρ",
  "roc-auc": "ROC-AUC",
  "pr-auc": "PR-AUC"
};

/** A metric as the field writes it; one that is not known here as it is. */
export const metricWords = (metric: string): string => METRIC_WORDS[metric] ?? metric;

/** What an endpoint is, before any model. */
export interface AdmetEndpoint {
  /** Lower-kebab identifier; also the name of its model files and page. */
  readonly id: string;
  /** Short name for a header. */
  readonly label: string;
  readonly group: AdmetGroup;
  readonly kind: "regression" | "class";
  /** Unit of the measured value as shown; empty for classes and logarithms of ratios. */
  readonly unit: string;
  /** Models of "log10" endpoints are trained on the logarithm; predictions are shown transformed back. */
  readonly scale: "as-is" | "log10";
  readonly metric: AdmetMetric;
  /** One sentence: what is measured and what a high value (or class 1) means. */
  readonly about: string;
  /** Data set in the training folder: folder/file stem, with `#column` for one assay of a panel. */
  readonly dataset: string;
  /** Paper of the data, as DOI. */
  readonly doi: string;
  /** Benchmark of the Therapeutics Data Commons ADMET group that it is part of; null for other data. */
  readonly benchmark: string | null;
}

type Spec = readonly [
  id: string,
  label: string,
  kind: "regression" | "class",
  unit: string,
  scale: "as-is" | "log10",
  metric: AdmetMetric,
  dataset: string,
  doi: string,
  about: string
];

const BENCHMARK_FOLDER = "tdc_benchmark_train/";

function endpoints(group: AdmetGroup, specs: readonly Spec[]): AdmetEndpoint[] {
  return specs.map(([id, label, kind, unit, scale, metric, dataset, doi, about]) => {
    const benchmark = dataset.startsWith(BENCHMARK_FOLDER) ? dataset.slice(BENCHMARK_FOLDER.length) : null;
    return {id, label, group, kind, unit, scale, metric, about, dataset, doi, benchmark};
  });
}

// prettier-ignore
const ABSORPTION = endpoints("absorption", [
  ["hia", "Intestinal absorption", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/hia_hou", "10.1021/ci600343x", "Absorbed from the human intestine by at least 30 %."],
  ["caco2", "Caco-2", "regression", "log cm/s", "as-is", "mae", "tdc_benchmark_train/caco2_wang", "10.1021/acs.jcim.5b00642", "Apparent permeability through a Caco-2 layer, log10; higher is more permeable."],
  ["pampa", "PAMPA", "class", "", "as-is", "roc-auc", "extra_train/pampa_ncats", "10.1177/24725552211017520", "Highly permeable in the parallel artificial membrane assay."],
  ["pgp-inhibitor", "P-gp inhibitor", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/pgp_broccatelli", "10.1021/jm101421d", "Inhibits P-glycoprotein."],
  ["mdr1-efflux", "MDR1 efflux ratio", "regression", "log ratio", "as-is", "mae", "biogen_train/ADME_MDR1_ER_train", "10.1021/acs.jcim.3c00160", "Efflux ratio in MDR1-MDCK cells, log10; higher is more efflux."],
  ["bioavailability", "Oral bioavailability", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/bioavailability_ma", "10.1016/j.jpba.2008.03.023", "Oral bioavailability in humans of at least 20 %."],
  ["solubility", "Aqueous solubility", "regression", "log mol/L", "as-is", "mae", "tdc_benchmark_train/solubility_aqsoldb", "10.1038/s41597-019-0151-1", "Solubility in water, log10 of mol/L; higher is more soluble."],
  ["kinetic-solubility", "Kinetic solubility", "regression", "log µg/mL", "as-is", "mae", "biogen_train/ADME_Sol_train", "10.1021/acs.jcim.3c00160", "Solubility at pH 6.8, log10 of µg/mL; higher is more soluble."],
  ["logd", "logD 7.4", "regression", "", "as-is", "mae", "tdc_benchmark_train/lipophilicity_astrazeneca", "10.6019/CHEMBL3301361", "Octanol/water distribution at pH 7.4, log10; higher is more lipophilic."],
  ["hydration-energy", "Hydration free energy", "regression", "kcal/mol", "as-is", "mae", "extra_train/hydrationfreeenergy_freesolv", "10.1007/s10822-014-9747-x", "Free energy of hydration; lower is better hydrated."]
]);

// prettier-ignore
const DISTRIBUTION = endpoints("distribution", [
  ["bbb", "Blood-brain barrier", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/bbb_martins", "10.1021/ci300124c", "Passes into the brain."],
  ["bbb-b3db", "Blood-brain barrier (B3DB)", "class", "", "as-is", "roc-auc", "extra_train/b3db_classification", "10.1038/s41597-021-01069-5", "Passes into the brain, by the larger B3DB collection."],
  ["log-bb", "logBB", "regression", "log ratio", "as-is", "mae", "extra_train/b3db_regression", "10.1038/s41597-021-01069-5", "Brain to blood concentration, log10; higher is more in the brain."],
  ["ppb", "Plasma protein binding", "regression", "%", "as-is", "mae", "tdc_benchmark_train/ppbr_az", "10.6019/CHEMBL3301361", "Share bound to plasma proteins (several species); higher is more bound."],
  ["human-unbound", "Unbound, human plasma", "regression", "log %", "as-is", "mae", "biogen_train/ADME_hPPB_train", "10.1021/acs.jcim.3c00160", "Share unbound in human plasma, log10 of %; higher is freer."],
  ["rat-unbound", "Unbound, rat plasma", "regression", "log %", "as-is", "mae", "biogen_train/ADME_rPPB_train", "10.1021/acs.jcim.3c00160", "Share unbound in rat plasma, log10 of %; higher is freer."],
  ["vdss", "Volume of distribution", "regression", "L/kg", "log10", "spearman", "tdc_benchmark_train/vdss_lombardo", "10.1021/acs.jcim.6b00044", "Volume of distribution at steady state in humans; higher is more in tissue."]
]);

// prettier-ignore
const METABOLISM = endpoints("metabolism", [
  ["cyp1a2-inhibitor", "CYP1A2 inhibitor", "class", "", "as-is", "roc-auc", "extra_train/cyp1a2_veith", "10.1038/nbt.1581", "Inhibits cytochrome P450 1A2."],
  ["cyp2c9-inhibitor", "CYP2C9 inhibitor", "class", "", "as-is", "pr-auc", "tdc_benchmark_train/cyp2c9_veith", "10.1038/nbt.1581", "Inhibits cytochrome P450 2C9."],
  ["cyp2c19-inhibitor", "CYP2C19 inhibitor", "class", "", "as-is", "roc-auc", "extra_train/cyp2c19_veith", "10.1038/nbt.1581", "Inhibits cytochrome P450 2C19."],
  ["cyp2d6-inhibitor", "CYP2D6 inhibitor", "class", "", "as-is", "pr-auc", "tdc_benchmark_train/cyp2d6_veith", "10.1038/nbt.1581", "Inhibits cytochrome P450 2D6."],
  ["cyp3a4-inhibitor", "CYP3A4 inhibitor", "class", "", "as-is", "pr-auc", "tdc_benchmark_train/cyp3a4_veith", "10.1038/nbt.1581", "Inhibits cytochrome P450 3A4."],
  ["cyp2c9-substrate", "CYP2C9 substrate", "class", "", "as-is", "pr-auc", "tdc_benchmark_train/cyp2c9_substrate_carbonmangels", "10.1002/minf.201100069", "Is metabolised by cytochrome P450 2C9."],
  ["cyp2d6-substrate", "CYP2D6 substrate", "class", "", "as-is", "pr-auc", "tdc_benchmark_train/cyp2d6_substrate_carbonmangels", "10.1002/minf.201100069", "Is metabolised by cytochrome P450 2D6."],
  ["cyp3a4-substrate", "CYP3A4 substrate", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/cyp3a4_substrate_carbonmangels", "10.1002/minf.201100069", "Is metabolised by cytochrome P450 3A4."],
  ["human-microsomal-stability", "Microsomal stability, human", "class", "", "as-is", "roc-auc", "extra_train/hlm", "10.1021/acs.chemrestox.2c00207", "Class 1 of the human liver microsome stability set."],
  ["rat-microsomal-stability", "Microsomal stability, rat", "class", "", "as-is", "roc-auc", "extra_train/rlm", "10.1021/acs.chemrestox.2c00207", "Class 1 of the rat liver microsome stability set."],
  ["human-microsomal-clint", "Intrinsic clearance, human", "regression", "log mL/min/kg", "as-is", "mae", "biogen_train/ADME_HLM_train", "10.1021/acs.jcim.3c00160", "Intrinsic clearance in human liver microsomes, log10; higher is less stable."],
  ["rat-microsomal-clint", "Intrinsic clearance, rat", "regression", "log mL/min/kg", "as-is", "mae", "biogen_train/ADME_RLM_train", "10.1021/acs.jcim.3c00160", "Intrinsic clearance in rat liver microsomes, log10; higher is less stable."]
]);

// prettier-ignore
const EXCRETION = endpoints("excretion", [
  ["half-life", "Half-life", "regression", "h", "log10", "spearman", "tdc_benchmark_train/half_life_obach", "10.1124/dmd.108.020479", "Terminal half-life in humans after intravenous dosing."],
  ["hepatocyte-clearance", "Hepatocyte clearance", "regression", "µL/min/10⁶ cells", "log10", "spearman", "tdc_benchmark_train/clearance_hepatocyte_az", "10.6019/CHEMBL3301361", "Intrinsic clearance in hepatocytes; higher is less stable."],
  ["microsome-clearance", "Microsome clearance", "regression", "µL/min/mg", "log10", "spearman", "tdc_benchmark_train/clearance_microsome_az", "10.6019/CHEMBL3301361", "Intrinsic clearance in human liver microsomes; higher is less stable."]
]);

const TOX21: readonly (readonly [column: string, what: string])[] = [
  ["NR-AR", "the androgen receptor"],
  ["NR-AR-LBD", "the androgen receptor ligand-binding domain"],
  ["NR-AhR", "the aryl hydrocarbon receptor"],
  ["NR-Aromatase", "aromatase"],
  ["NR-ER", "the oestrogen receptor alpha"],
  ["NR-ER-LBD", "the oestrogen receptor alpha ligand-binding domain"],
  ["NR-PPAR-gamma", "the peroxisome proliferator-activated receptor gamma"],
  ["SR-ARE", "the antioxidant response element"],
  ["SR-ATAD5", "the genotoxicity reporter ATAD5"],
  ["SR-HSE", "the heat shock element"],
  ["SR-MMP", "the mitochondrial membrane potential"],
  ["SR-p53", "the p53 response"]
];

// prettier-ignore
const TOXICITY = endpoints("toxicity", [
  ["herg", "hERG blocker", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/herg", "10.1021/acs.molpharmaceut.6b00471", "Blocks the hERG potassium channel."],
  ["herg-karim", "hERG blocker (10 µM)", "class", "", "as-is", "roc-auc", "extra_train/herg_karim", "10.1186/s13321-021-00541-z", "Blocks the hERG potassium channel with IC50 below 10 µM, by the larger Karim collection."],
  ["ames", "Ames mutagen", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/ames", "10.1021/ci300400a", "Mutagenic in the Ames test."],
  ["dili", "Liver injury", "class", "", "as-is", "roc-auc", "tdc_benchmark_train/dili", "10.1021/acs.jcim.5b00238", "Causes drug-induced liver injury."],
  ["ld50", "Acute toxicity LD50", "regression", "-log mol/kg", "as-is", "mae", "tdc_benchmark_train/ld50_zhu", "10.1021/tx900189p", "Oral dose lethal to half of rats, -log10 of mol/kg; higher is more toxic."],
  ["clintox", "Clinical toxicity", "class", "", "as-is", "roc-auc", "extra_train/clintox", "10.1016/j.chembiol.2016.07.023", "Failed clinical trials for toxicity."],
  ["carcinogens", "Carcinogen", "class", "", "as-is", "roc-auc", "extra_train/carcinogens_lagunin", "10.1002/qsar.200860192", "Carcinogenic in rodents."],
  ["skin-reaction", "Skin sensitiser", "class", "", "as-is", "roc-auc", "extra_train/skin_reaction", "10.1016/j.taap.2014.12.014", "Sensitises skin."],
  ...TOX21.map(([column, what]): Spec => [
    `tox21-${column.toLowerCase()}`, `Tox21 ${column}`, "class", "", "as-is", "roc-auc",
    `extra_train/tox21#${column}`, "10.3389/fenvs.2015.00085", `Active on ${what} in the Tox21 panel.`
  ])
]);

/** Every endpoint, grouped A-D-M-E-T. */
export const ADMET_ENDPOINTS: readonly AdmetEndpoint[] = [
  ...ABSORPTION,
  ...DISTRIBUTION,
  ...METABOLISM,
  ...EXCRETION,
  ...TOXICITY
];
