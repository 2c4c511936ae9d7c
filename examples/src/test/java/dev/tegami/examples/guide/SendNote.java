package dev.tegami.examples.guide;

import dev.tegami.mime.Message;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class SendNote {
    public static void main(String[] arguments) throws IOException {
        String host = arguments[0];
        String user = arguments[1];
        String password = Files.readString(Path.of(arguments[2])).strip();
        Message note = Message.compose()
                .from(user)
                .to(user)
                .subject("A note")
                .text("Hello")
                .build();
        System.out.println(Smtp.at(host).login(user, password).send(note).deliveries());
    }
}
