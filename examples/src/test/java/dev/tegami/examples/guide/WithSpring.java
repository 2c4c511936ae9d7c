package dev.tegami.examples.guide;

import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapPool;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Smtp;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guide's recipe for Spring Boot. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WithSpring.Account.class)
class WithSpring {
    @ConfigurationProperties("mail")
    record Account(String smtp, String imap, String user, String password) {}

    @Bean
    Smtp smtp(Account account) {
        return Smtp.at(account.smtp()).login(account.user(), account.password());
    }

    @Bean
    ImapPool mailboxes(Account account) {
        return Imap.at(account.imap()).login(account.user(), account.password()).pool(PoolLimits.of(4));
    }
}
