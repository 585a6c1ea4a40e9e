package org.klpls.core.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rules.EngineCodes;

/**
 * Runs rules, each for itself: one whose needs are not met is noted, one that fails becomes one finding, and the others
 * go on. For one thread and one check.
 */
final class RuleRunner {
    private static final Logger LOG = Logger.getLogger(RuleRunner.class.getName());

    private final Set<Need> available;
    private final Cancellation cancellation;
    private final Set<Need> lacking = EnumSet.noneOf(Need.class);

    RuleRunner(Set<Need> available, Cancellation cancellation) {
        this.available = Set.copyOf(available);
        this.cancellation = cancellation;
    }

    /** @param subject where to report that a rule failed */
    <C> List<Finding> run(List<Rule<C>> rules, C context, Place subject) {
        List<Finding> findings = new ArrayList<>();
        for (Rule<C> rule : rules) {
            cancellation.stopIfRequested();
            Set<Need> missing = EnumSet.noneOf(Need.class);
            missing.addAll(rule.info().needs());
            missing.removeAll(available);
            if (missing.isEmpty()) {
                findings.addAll(runOne(rule, context, subject));
            } else {
                lacking.addAll(missing);
            }
        }
        return findings;
    }

    /** Needs that some rule had and that were not met. */
    Set<Need> lacking() {
        return lacking;
    }

    // what a broken rule found before it broke is dropped: half of its verdict would read as all of it
    @SuppressWarnings("CatchingUnchecked")
    private static <C> List<Finding> runOne(Rule<C> rule, C context, Place subject) {
        List<Finding> findings = new ArrayList<>();
        try {
            rule.check(context, findings::add);
            return findings;
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "rule " + rule.info().code() + " failed", e);
            return List.of(
                    Finding.at(subject, EngineCodes.INTERNAL_ERROR, "the rule " + rule.info().code() + " failed (" + e
                            + "); please report this with the source and the module"));
        }
    }
}
