/** The queries sent to Open Targets; a test checks them against the platform's schema. */
export const OPEN_TARGETS_QUERIES = {
  meta: `{ meta { apiVersion { x y z suffix } dataVersion { year month iteration } } }`,

  findDisease: `query FindDisease($name: String!) {
    search(queryString: $name, entityNames: ["disease"], page: {index: 0, size: 10}) {
      total
      hits { id entity name }
    }
  }`,

  associations: `query Associations($id: String!, $index: Int!, $size: Int!) {
    disease(efoId: $id) {
      id
      name
      associatedTargets(page: {index: $index, size: $size}, enableIndirect: true, orderByScore: "score desc") {
        count
        rows {
          score
          datasourceScores { id score }
          target { id approvedSymbol approvedName prioritisation { items { key value } } }
        }
      }
    }
  }`,

  targets: `query Targets($ids: [String!]!) {
    targets(ensemblIds: $ids) {
      id
      proteinIds { id source }
      tractability { label modality value }
      targetClass { label level }
      subcellularLocations { location }
    }
  }`,

  card: `query Card($id: String!) {
    target(ensemblId: $id) {
      id
      safetyLiabilities {
        event eventId datasource literature url
        effects { direction dosing }
        biosamples { tissueLabel cellLabel }
      }
      geneticConstraint { constraintType exp obs oe oeLower oeUpper upperBin6 }
      drugAndClinicalCandidates {
        count
        rows {
          id
          maxClinicalStage
          drug { id name drugType }
          diseases { diseaseFromSource disease { id name } }
          clinicalReports { id source trialOverallStatus trialWhyStopped }
        }
      }
    }
  }`
} as const;
