package dev.tegami.smtp;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Draft;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sends one file, in a process of its own. */
final class LargeLetter {
    /** How the attachment is written. */
    enum Form {
        BASE64,
        BINARY
    }

    private LargeLetter() {}

    /**
     * Sends the file.
     *
     * @param arguments the port, the file, the form
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Draft draft = Message.compose()
                .from("alice@example.test")
                .to("bob@example.test")
                .subject("The film")
                .text("It is a long one.");
        Message message =
                switch (Form.valueOf(arguments[2])) {
                    case BASE64 -> draft.attach(file).build();
                    case BINARY -> draft.attach(binary(file)).build();
                };
        Receipt receipt = Smtp.at("localhost")
                .port(Integer.parseInt(arguments[0]))
                .insecurePlaintext()
                .send(message);
        System.exit(receipt.isComplete() ? 0 : 1);
    }

    private static Part binary(Path file) throws IOException {
        ContentType type = ContentType.of("application", "octet-stream");
        Header header = Header.of(List.of(Field.structured("Content-Disposition", "attachment; filename=film.bin")));
        return Part.of(header, Content.of(Source.of(file), type, TransferEncoding.BINARY));
    }
}
