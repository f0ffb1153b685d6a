import {describe, expect, it} from "vitest";
import {normaliseActivity, numberOf, textOf} from "../../../loaders/normalise/activity-export.js";

const place = {targetId: "T", sourceId: "s", line: 3};
const record = {
  molecule_chembl_id: "CHEMBL1",
  standard_type: "IC50",
  standard_value: "10000.0",
  standard_units: "nM",
  standard_relation: ">",
  pchembl_value: "",
  assay_chembl_id: "CHEMBL2",
  target_chembl_id: "CHEMBL3",
  document_year: "2018.0",
  activity_comment: "351107",
  data_validity_comment: ""
};
const normalise = (change: Partial<typeof record>) => normaliseActivity({...record, ...change}, place);

describe("normaliseActivity(record, place)", () => {
  it("keeps relation and value of a censored record, and no pChEMBL", () => {
    const {activity, issues} = normalise({});
    expect(activity).toMatchObject({standard_relation: ">", standard_value_nm: 10000, pchembl_value: null});
    expect(issues).toEqual([]);
  });

  it("reads a year written as a fraction", () => {
    expect(normalise({}).activity.document_year).toBe(2018);
  });

  it("leaves out a depositor's record number, which is no comment", () => {
    expect(normalise({}).activity.activity_comment).toBeNull();
    expect(normalise({activity_comment: "Not Active"}).activity.activity_comment).toBe("Not Active");
  });

  it("gives missing for a record without value and relation", () => {
    const {activity} = normalise({standard_value: "", standard_units: "", standard_relation: ""});
    expect([activity.standard_value_nm, activity.standard_relation]).toEqual([null, null]);
  });

  it("converts another concentration unit, and says so", () => {
    const {activity, issues} = normalise({standard_value: "2", standard_units: "10^2 uM"});
    expect(activity.standard_value_nm).toBe(200_000);
    expect(issues).toEqual([
      {table_name: "activities", source: "s", line: 3, input: "2 10^2 uM", reason: "read as 200000 nM"}
    ]);
  });

  it("leaves out a value in a unit that is no concentration, with an issue", () => {
    const {activity, issues} = normalise({standard_units: "%"});
    expect(activity.standard_value_nm).toBeNull();
    expect(issues[0]?.reason).toContain("unit is no concentration");
  });

  it("leaves out a relation that is not known, with an issue", () => {
    const {activity, issues} = normalise({standard_relation: "about"});
    expect(activity.standard_relation).toBeNull();
    expect(issues[0]?.input).toBe("about");
  });

  it("reads a relation in quotes", () => {
    expect(normalise({standard_relation: "'='"}).activity.standard_relation).toBe("=");
  });
});

describe("textOf(record, name)", () => {
  it("gives null for absent, empty and None", () => {
    expect([textOf({}, "a"), textOf({a: " "}, "a"), textOf({a: "None"}, "a")]).toEqual([null, null, null]);
  });
});

describe("numberOf(record, name)", () => {
  it("gives null for what is no finite number", () => {
    expect([numberOf({a: "x"}, "a"), numberOf({a: "1e999"}, "a"), numberOf({a: ""}, "a")]).toEqual([null, null, null]);
  });

  it("keeps zero", () => {
    expect(numberOf({a: "0.0"}, "a")).toBe(0);
  });
});
