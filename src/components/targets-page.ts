import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {targetFields} from "../state/target-fields.js";
import {urlState} from "../state/url-state.js";
import type {TargetBoard} from "../tables/target-board.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import {targetModel} from "./target-model.js";
import {TargetsBench} from "./targets-bench.js";

/** The Targets page: evidence, priorities, how firm the ranks are, trade-offs, comparison. State in the address. */
export async function targetsPage(invalidation: Promise<void>): Promise<HTMLElement> {
  const [board, vocabulary] = await Promise.all([
    FileAttachment("../data/targets.json").json<TargetBoard>(),
    FileAttachment("../data/target-vocabulary.json").json<TargetVocabulary>()
  ]);
  const state = urlState(targetFields);
  const model = targetModel(board, vocabulary);
  if (model.count === 0)
    return html<HTMLElement>`<div class="state">
      <h3>No target is associated with the disease</h3>
      <p>
        The data hold none. Check the disease in <code>data/project.json</code>, then run <code>npm run data</code>.
      </p>
    </div>`;
  const bench = new TargetsBench(model, state);
  void invalidation.then(() => {
    bench.dispose();
    state.dispose();
  });
  return bench.node;
}
