package dev.tegami.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.util.Scanner;

/** Calls that the house does without. */
final class HouseCalls {
    private HouseCalls() {}

    /** The default charset, locale and time zone are the machine's, and mail is read on another one. */
    static ArchRule noDefaults() {
        return noClasses()
                .should()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callConstructor(String.class, byte[].class, int.class, int.class)
                .orShould()
                .callMethod(ByteArrayOutputStream.class, "toString")
                .orShould()
                .callConstructor(InputStreamReader.class, InputStream.class)
                .orShould()
                .callConstructor(OutputStreamWriter.class, OutputStream.class)
                .orShould()
                .callConstructor(Scanner.class, InputStream.class)
                .orShould()
                .callMethod(Charset.class, "defaultCharset")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .as("no default charset or locale: name it (Locale.ROOT, a StandardCharsets constant)")
                .allowEmptyShould(true);
    }

    static ArchRule noConsole() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .as("a library writes to no console: System.Logger, a Trace or a JFR event says it")
                .allowEmptyShould(true);
    }

    static ArchRule noSleep() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .as("wait for the event, not for the clock")
                .allowEmptyShould(true);
    }
}
