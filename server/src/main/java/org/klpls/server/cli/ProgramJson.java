package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Declared;
import org.klpls.c.types.DeclaredFunction;
import org.klpls.c.types.DeclaredVariable;
import org.klpls.c.types.Linkage;
import org.klpls.c.types.PlacedMember;
import org.klpls.c.types.Program;
import org.klpls.c.types.RecordDefinition;
import org.klpls.c.types.RecordLayout;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.report.FindingJson;

/** What a C file declares, as docs/cli.md has it. */
final class ProgramJson {
    private final Program program;
    private final Program.Part part;

    ProgramJson(Program program, Program.Part part) {
        this.program = program;
        this.part = part;
    }

    JsonObject of(List<KlpPatch> patches, List<Problem> problems) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.add("functions", array(program.functions(part), this::function));
        json.add("records", array(program.records(part), this::record));
        json.add("typedefs", array(program.typedefs(part), this::typedef));
        json.add("variables", array(program.variables(part), this::variable));
        json.add("patches", array(patches, ProgramJson::patch));
        json.add("problems", array(problems, ProgramJson::problem));
        return json;
    }

    static String storage(Linkage linkage) {
        return switch (linkage) {
            case INTERNAL -> "static";
            case EXTERNAL -> "extern";
        };
    }

    private JsonObject function(DeclaredFunction function) {
        JsonObject json = new JsonObject();
        json.addProperty("name", function.name());
        json.addProperty("storage", storage(function.linkage()));
        json.addProperty("inline", function.isInline());
        json.add("attributes", attributes(function.attributes()));
        json.addProperty("type", function.type().text());
        addPlace(json, function.main().node());
        Optional<FunctionDefinition> definition = function.definition();
        Node whole = definition.<Node>map(it -> it).orElse(function.main().node());
        json.addProperty("endLine", program.unit().place(whole).end().line());
        json.addProperty("definition", definition.isPresent());
        return json;
    }

    private JsonObject variable(DeclaredVariable variable) {
        JsonObject json = new JsonObject();
        json.addProperty("name", variable.name());
        json.addProperty("storage", storage(variable.linkage()));
        json.add("attributes", attributes(variable.attributes()));
        json.addProperty("type", variable.type().text());
        json.addProperty("size", number(variable.size()));
        json.addProperty("align", variable.align());
        addPlace(json, variable.main().node());
        json.addProperty("definition", variable.isDefinition());
        return json;
    }

    private JsonObject typedef(Declared typedef) {
        JsonObject json = new JsonObject();
        json.addProperty("name", typedef.name());
        json.addProperty("type", typedef.type().text());
        addPlace(json, typedef.node());
        return json;
    }

    private JsonObject record(RecordDefinition record) {
        Optional<RecordLayout> layout = record.layout().filter(RecordLayout::isComplete);
        JsonObject json = new JsonObject();
        json.addProperty("tag", record.tag().name().orElse(null));
        json.addProperty("kind", record.tag().kind().name().toLowerCase(Locale.ROOT));
        json.addProperty("size", layout.map(RecordLayout::size).orElse(null));
        json.addProperty("align", layout.map(RecordLayout::align).orElse(null));
        json.add("members", array(record.layout().map(RecordLayout::members).orElse(List.of()), ProgramJson::member));
        addPlace(json, record.node().tag().<Node>map(it -> it).orElse(record.node()));
        return json;
    }

    private static JsonObject member(PlacedMember member) {
        JsonObject json = new JsonObject();
        json.addProperty("name", member.member().name().orElse(null));
        json.addProperty("offsetBits", member.offsetBits());
        json.addProperty("sizeBits", member.sizeBits());
        json.addProperty("type", member.member().type().text());
        return json;
    }

    private static JsonObject patch(KlpPatch patch) {
        JsonObject json = new JsonObject();
        json.addProperty("variable", patch.variable());
        json.addProperty("replace", patch.replace());
        addRange(json, patch.place());
        json.add("objects", array(patch.objects().entries(), ProgramJson::object));
        return json;
    }

    private static JsonObject object(KlpObject object) {
        JsonObject json = new JsonObject();
        json.addProperty("name", object.name().map(Located::value).orElse(null));
        json.add("funcs", array(object.funcs().map(it -> it.entries()).orElse(List.of()), ProgramJson::func));
        return json;
    }

    private static JsonObject func(KlpFunc func) {
        JsonObject json = new JsonObject();
        json.addProperty("oldName", func.oldName().map(Located::value).orElse(null));
        json.addProperty("sympos", func.symposOrZero());
        json.addProperty("newFunc", func.newFunc().map(Located::value).orElse(null));
        addRange(json, func.place());
        return json;
    }

    private static void addRange(JsonObject json, Place place) {
        if (place instanceof Place.InSource(SourceRange range)) {
            json.add("range", FindingJson.range(range));
        }
    }

    private static JsonObject problem(Problem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("message", problem.message());
        json.addProperty("file", problem.where().map(it -> it.source().path().toString()).orElse(null));
        json.add("range", problem.where().map(FindingJson::range).orElse(null));
        json.addProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private void addPlace(JsonObject json, Node node) {
        SourceRange place = program.unit().place(node);
        json.addProperty("file", place.source().path().toString());
        json.addProperty("line", place.start().line());
    }

    private static JsonArray attributes(List<Attribute> attributes) {
        JsonArray names = new JsonArray();
        attributes.stream().map(Attribute::plainName).distinct().forEach(names::add);
        return names;
    }

    @SuppressWarnings("NullAway") // gson's word for null
    private static @org.jspecify.annotations.Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static <T> JsonArray array(List<T> items, Function<T, JsonObject> toJson) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(toJson.apply(item)));
        return array;
    }
}
