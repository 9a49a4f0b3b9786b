package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerDescriptionTest {

    @Test
    void retentionOfASelfHostedServerIsSetWithTheCli() {
        assertThat(at("temporal.example.com:7233"))
                .isEqualTo("temporal operator namespace update --namespace shop.a1b2c --retention 30d");
        assertThat(at("tmprl.cloud.example.com:7233")).startsWith("temporal operator");
    }

    @Test
    void retentionInTemporalCloudIsSetWithItsCli() {
        assertThat(at("shop.a1b2c.tmprl.cloud:7233"))
                .isEqualTo("tcld namespace retention set --namespace shop.a1b2c --retention-days 30");
    }

    private static String at(String target) {
        return new ServerDescription(target, "shop.a1b2c", "1.31.2", null, null, "", "").retentionCommand(30);
    }
}
