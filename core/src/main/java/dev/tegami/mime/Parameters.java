package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Atoms;
import dev.tegami.internal.mime.ParameterWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Content-Type and Content-Disposition have in common. */
final class Parameters {
    private Parameters() {}

    static Map<String, String> with(Map<String, String> before, String name, String value) {
        if (!Atoms.isToken(name) || name.indexOf('*') >= 0 || name.indexOf('%') >= 0 || name.indexOf('\'') >= 0) {
            throw new MimeException("not a parameter name: \"" + name + "\"", "use a token without * ' %");
        }
        Field.checkText("the parameter " + name, value);
        Map<String, String> parameters = new LinkedHashMap<>(before);
        parameters.put(Ascii.lower(name), value);
        return parameters;
    }

    static Field field(String name, String value, Map<String, String> parameters) {
        List<String> tokens = new ArrayList<>();
        tokens.add(value);
        parameters.forEach((key, text) -> {
            int last = tokens.size() - 1;
            tokens.set(last, tokens.get(last) + ";");
            List<String> written = ParameterWriter.write(key, text);
            for (int i = 0; i < written.size(); i++) {
                tokens.add(i + 1 < written.size() ? written.get(i) + ";" : written.get(i));
            }
        });
        return Field.tokens(name, tokens);
    }
}
