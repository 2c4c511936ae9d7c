package dev.tegami.mime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The recorded tests of a JavaScript library, played again with ours. Every check makes its objects anew: those its
 * chain of calls makes, and before the first look at one of them, the calls that were recorded on it so far.
 */
final class Recording {
    /** What a module and its objects do, said with our library. */
    interface Target {
        /** A function of the module where there is no object, {@code new} among them; a property has no arguments. */
        Object call(@Nullable Object on, String name, @Nullable List<Object> arguments, Check check);
    }

    /** The check that is made. */
    record Check(String module, String test, Object expected) {}

    /** What we have to say, and how their literal is read to be compared with it. */
    record Claim(Object ours, Function<Object, Object> theirs) {}

    /** A check that is none for this library. */
    static final class Apart extends RuntimeException {
        private static final long serialVersionUID = 1;

        Apart(String kind) {
            super(kind);
        }
    }

    /** A property, or a call with its arguments. */
    private record Step(String name, @Nullable List<Object> arguments, List<Object> raw) {
        int length() {
            return raw.size();
        }
    }

    private final Agreement agreement;
    private final Target target;
    private final Map<String, List<Step>> calls = new HashMap<>();

    private Recording(Agreement agreement, Target target) {
        this.agreement = agreement;
        this.target = target;
    }

    static void play(Agreement agreement, String file, Target target) {
        Path path = Corpora.root().resolve("nodemailer/derived/" + file + ".json");
        Object all = Json.parse(new String(Corpora.read(path), StandardCharsets.UTF_8));
        int number = 0;
        for (Object one : Json.list(Json.get(Json.map(all), "cases"))) {
            number++;
            Recording recording = new Recording(agreement, target);
            String test = String.valueOf(Json.map(one).get("test"));
            int check = 0;
            List<Object> steps = Json.list(Json.get(Json.map(one), "checks"));
            steps.stream().map(Json::map).filter(Recording::isEventful).forEach(recording::prepare);
            for (Object step : steps) {
                check++;
                recording.step(file + " " + number + "." + check, test, Json.map(step));
            }
        }
    }

    /** The end of the input, behind which the events come that a check before it waits for. */
    private static boolean isEventful(Map<String, Object> step) {
        return "call".equals(step.get("op")) && "end".equals(step.get("name"));
    }

    private void step(String what, String test, Map<String, Object> step) {
        String operation = String.valueOf(step.get("op"));
        Check check = new Check("", test, Json.get(step, "expected"));
        try {
            if (operation.equals("call")) {
                if (!isEventful(step)) {
                    prepare(step);
                }
                throw new Apart("a step on the way");
            }
            if (operation.equals("must-throw")) {
                throw new Apart("a recording that lost its subject");
            }
            compare(what, operation, step, check);
        } catch (Apart apart) {
            agreement.apart(String.valueOf(apart.getMessage()));
        } catch (MimeException refused) {
            agreement.check(what, check.expected(), "refused: " + refused.getMessage());
        }
    }

    private void prepare(Map<String, Object> step) {
        Map<String, Object> on = Json.map(Json.get(Json.map(Json.get(step, "on")), "$trace"));
        String name = String.valueOf(step.get("name"));
        List<Object> arguments = Json.list(Json.get(step, "args"));
        calls.computeIfAbsent(
                        key(String.valueOf(on.get("mod")), Json.list(Json.get(on, "chain"))), key -> new ArrayList<>())
                .add(new Step(name, arguments, List.of(name, Map.of("call", arguments))));
    }

    private void compare(String what, String operation, Map<String, Object> step, Check check) {
        Object left = said(Json.get(step, "actual"), check);
        Object right = said(check.expected(), check);
        if (right instanceof Claim && !(left instanceof Claim)) {
            Object other = left;
            left = right;
            right = other;
        }
        if (left instanceof Claim claim) {
            Object theirs =
                    right instanceof Claim other ? other.ours() : claim.theirs().apply(plain(right));
            agreement.check(what, theirs, claim.ours());
            return;
        }
        switch (operation) {
            case "ok" -> agreement.check(what, true, !left.equals(false) && left != Json.NULL);
            case "strictEqual", "deepStrictEqual", "doesNotThrow" -> agreement.check(what, plain(right), plain(left));
            default -> throw new IllegalStateException(operation);
        }
    }

    private static Object plain(Object value) {
        return value instanceof Map && Json.map(value).containsKey("$undefined") ? Json.NULL : value;
    }

    /** A literal, with whatever is recorded inside it played. */
    private Object said(Object value, Check check) {
        if (value instanceof List) {
            List<Object> all = new ArrayList<>();
            Json.list(value).forEach(one -> all.add(said(one, check)));
            return all;
        }
        if (!(value instanceof Map)) {
            return value;
        }
        if (Json.map(value).get("$trace") instanceof Map<?, ?> trace) {
            Map<String, Object> steps = Json.map(trace);
            return value(String.valueOf(steps.get("mod")), Json.list(Json.get(steps, "chain")), check);
        }
        return value;
    }

    private Object value(String module, List<Object> chain, Check check) {
        Check named = new Check(module.substring(module.lastIndexOf('/') + 1), check.test(), check.expected());
        Object value = null;
        List<Object> walked = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            Step step = step(chain, i);
            i += step.length() - 1;
            if (value != null
                    && !calls.getOrDefault(key(module, walked), List.of()).contains(step)) {
                replay(value, module, walked, named);
            }
            value = take(value, step, named);
            walked.addAll(step.raw());
        }
        return value == null ? Json.NULL : value;
    }

    private Object take(@Nullable Object on, Step step, Check check) {
        List<Object> arguments = null;
        if (step.arguments() != null) {
            arguments = new ArrayList<>();
            for (Object one : step.arguments()) {
                arguments.add(said(one, check));
            }
        }
        return target.call(on, step.name(), arguments, check);
    }

    /** Does to an object what was done to it before this check. */
    private void replay(Object on, String module, List<Object> walked, Check check) {
        for (Step step : calls.getOrDefault(key(module, walked), List.of())) {
            Object result = take(on, step, check);
            List<Object> further = new ArrayList<>(walked);
            further.addAll(step.raw());
            replay(result, module, further, check);
        }
    }

    private static Step step(List<Object> chain, int at) {
        if (chain.get(at) instanceof Map) {
            Map<String, Object> one = Json.map(chain.get(at));
            String name = one.keySet().iterator().next();
            return new Step(name, Json.list(Json.get(one, name)), List.of(one));
        }
        String name = (String) chain.get(at);
        if (at + 1 < chain.size() && chain.get(at + 1) instanceof Map) {
            Map<String, Object> call = Json.map(chain.get(at + 1));
            return new Step(name, Json.list(call.values().iterator().next()), chain.subList(at, at + 2));
        }
        return new Step(name, null, List.of(name));
    }

    private static String key(String module, List<Object> chain) {
        return module + chain;
    }
}
