package org.klpls.core.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.klpls.c.text.Position;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Related;

/** Findings as the JSON of docs/cli.md. Lines and characters are 0-based UTF-16. */
public final class FindingJson {
    private FindingJson() {}

    public static JsonArray of(List<Finding> findings, ReportOptions options) {
        return array(findings, finding -> of(finding, options));
    }

    public static JsonObject of(Finding finding, ReportOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("code", finding.code());
        json.addProperty("severity", finding.severity().id());
        json.addProperty("message", finding.message());
        finding.source().ifPresent(range -> addPlace(json, range, options));
        finding.module().ifPresent(place -> json.add("module", module(place, options)));
        finding.kernelMessage().ifPresent(line -> json.addProperty("kernelMessage", line));
        json.add("related", array(finding.related(), related -> related(related, options)));
        json.add("fixes", array(finding.fixes(), fix -> fix(fix, options)));
        return json;
    }

    private static JsonObject module(ElfPlace place, ReportOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("path", options.show(place.module()));
        place.section().ifPresent(section -> json.addProperty("section", section));
        place.offset().ifPresent(offset -> json.addProperty("offset", offset));
        place.symbol().ifPresent(symbol -> json.addProperty("symbol", symbol));
        return json;
    }

    private static JsonObject related(Related related, ReportOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("message", related.message());
        related.where().ifPresent(range -> addPlace(json, range, options));
        return json;
    }

    private static JsonObject fix(Fix fix, ReportOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("title", fix.title());
        json.add("edits", array(fix.edits(), edit -> {
            JsonObject item = new JsonObject();
            addPlace(item, edit.range(), options);
            item.addProperty("newText", edit.newText());
            return item;
        }));
        return json;
    }

    private static void addPlace(JsonObject json, SourceRange range, ReportOptions options) {
        json.addProperty("file", options.show(range.source().path()));
        json.add("range", range(range));
    }

    public static JsonObject range(SourceRange range) {
        JsonObject json = new JsonObject();
        json.add("start", position(range.start()));
        json.add("end", position(range.end()));
        return json;
    }

    private static JsonObject position(Position position) {
        JsonObject json = new JsonObject();
        json.addProperty("line", position.line());
        json.addProperty("character", position.character());
        return json;
    }

    static <T> JsonArray array(List<T> items, Function<T, JsonObject> toJson) {
        JsonArray json = new JsonArray();
        items.forEach(item -> json.add(toJson.apply(item)));
        return json;
    }
}
