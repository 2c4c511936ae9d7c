package dev.tegami.mime;

import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.EncodedWords;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recorded checks of PostalMime, and of Nodemailer's address parser, whose grammar it shares. */
class PostalMimeAgreementTest {
    /** What belongs to that library alone: HTML made of text, text made of HTML, its encoder, its hexadecimal digits. */
    private static final List<String> OTHER = List.of("text-format.json", "base64-encoder.json");

    @Test
    void messagesWordsAndAddresses() throws IOException {
        Agreement agreement = new Agreement("postal-mime");
        List<Path> files;
        try (Stream<Path> list = Files.list(Corpora.root().resolve("postal-mime/derived"))) {
            files = list.filter(file -> !OTHER.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            cases(agreement, file);
        }
        agreement.conclude();
    }

    @Test
    void nodemailerAddresses() throws IOException {
        Agreement agreement = new Agreement("nodemailer-addresses");
        cases(agreement, Corpora.root().resolve("nodemailer/derived/addressparser.json"));
        agreement.conclude();
    }

    private static void cases(Agreement agreement, Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        int number = 0;
        for (Object one : Json.list(
                Json.get(Json.map(Json.parse(new String(Corpora.read(file), StandardCharsets.UTF_8))), "cases"))) {
            number++;
            int check = 0;
            for (Object claim : Json.list(Json.get(Json.map(one), "checks"))) {
                check++;
                JavaScript.check(
                        agreement, name + " " + number + "." + check, Json.map(claim), PostalMimeAgreementTest::call);
            }
        }
    }

    private static Object call(String function, List<Object> arguments) {
        return switch (function) {
            case "default" -> arguments.isEmpty() ? Optional.empty() : JavaScript.UNSAID;
            case "getDecoder" -> decoder((String) arguments.get(0));
            case "default.parse", "default().parse" ->
                arguments.size() == 1 ? message(arguments.get(0)) : JavaScript.UNSAID;
            case "addressParser", "" ->
                arguments.size() == 1
                        ? JavaScriptMessage.addresses(AddressReader.read((String) arguments.get(0)))
                        : JavaScript.UNSAID;
            case "decodeWords" -> words((String) arguments.get(0));
            case "decodeWord" ->
                words("=?" + arguments.get(0) + "?" + arguments.get(1) + "?" + arguments.get(2) + "?=");
            case "decodeURIComponentWithCharset" -> percents(arguments);
            default -> JavaScript.UNSAID;
        };
    }

    private static Object message(Object input) {
        byte[] octets = JavaScript.octets(input);
        if (input instanceof Map && Json.map(input).containsKey("$trace")) {
            List<Object> chain = Json.list(Json.get(Json.map(Json.get(Json.map(input), "$trace")), "chain"));
            String file =
                    (String) Json.list(Json.get(Json.map(chain.get(1)), "call")).get(0);
            Path fixture = Corpora.root().resolve("postal-mime").resolve(file.replace("./test/", ""));
            octets = Files.exists(fixture) ? Corpora.read(fixture) : new byte[0];
        }
        return octets.length == 0 ? JavaScript.UNSAID : JavaScriptMessage.of(Message.parse(octets));
    }

    private static Map<String, Object> decoder(String charset) {
        Charset found = Objects.requireNonNullElse(Charsets.find(charset), Charset.forName("windows-1252"));
        JavaScript.Method decode = arguments -> {
            byte[] octets = JavaScript.octets(arguments.get(0));
            return Charsets.decode(found, octets, 0, octets.length);
        };
        return Map.of("encoding", found.name().toLowerCase(Locale.ROOT), "decode", decode);
    }

    private static String words(String text) {
        return EncodedWords.decode(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static String percents(List<Object> arguments) {
        String charset = arguments.size() > 1 ? String.valueOf(arguments.get(1)) : "utf-8";
        return ContentType.parse("a/b; x*=" + charset + "''" + arguments.get(0))
                .parameter("x")
                .orElse("");
    }
}
