package org.klpls.core.check;

import java.util.ArrayList;
import java.util.List;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rules.EngineCodes;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.Suppression;

/** Leaves out the findings that the author disabled, with a reason, beside the line. */
final class Suppressions {
    private Suppressions() {}

    static List<Finding> apply(LivepatchSource source, List<Finding> findings) {
        List<Finding> kept = new ArrayList<>(
                findings.stream().filter(finding -> !isDisabled(source, finding)).toList());
        for (Suppression suppression : source.suppressions()) {
            if (suppression.reason().isEmpty()) {
                kept.add(Finding.at(new Place.InSource(suppression.comment()), EngineCodes.DISABLE_WITHOUT_REASON,
                        "say why: klpls-disable " + suppression.code()
                                + ": REASON. Without a reason it disables nothing"));
            }
        }
        return kept;
    }

    static boolean isDisabled(LivepatchSource source, Finding finding) {
        return source.suppressions().stream().anyMatch(s -> disables(s, finding));
    }

    private static boolean disables(Suppression suppression, Finding finding) {
        return suppression.reason().isPresent() && suppression.code().equals(finding.code())
                && finding.source().filter(suppression::covers).isPresent();
    }
}
