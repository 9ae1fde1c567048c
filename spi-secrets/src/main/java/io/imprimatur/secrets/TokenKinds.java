package io.imprimatur.secrets;

import static io.imprimatur.secrets.TokenCheck.always;

import java.util.List;

/**
 * The tokens of providers, by the formats that they document or that their tokens show. Only formats with a structure of
 * their own are here; values that need a name beside them to be recognised are another family's.
 */
final class TokenKinds {
    private static final TokenCheck STRUCTURE = always(Grade.STRUCTURAL);
    private static final TokenCheck LIKELY = always(Grade.LIKELY);

    static final List<TokenKind> ALL = List.of(
            // Source hosts
            token("github-personal-token", "GitHub personal access token", Checksums.CRC32_BASE62, "ghp_<alnum:36>"),
            token("github-oauth-token", "GitHub OAuth token", Checksums.CRC32_BASE62, "gho_<alnum:36>"),
            token("github-user-token", "GitHub App user token", Checksums.CRC32_BASE62, "ghu_<alnum:36>"),
            token(
                    "github-installation-token",
                    "GitHub App installation token",
                    Checksums.CRC32_BASE62,
                    "ghs_<alnum:36>"),
            token(
                    "github-stateless-token",
                    "GitHub App installation token",
                    STRUCTURE,
                    "ghs_<digit:1-20>_eyJ<base64url:10-2000>.<base64url:10-4000>.<base64url:40-1000>"),
            token(
                    "github-refresh-token",
                    "GitHub App refresh token",
                    Checksums.CRC32_BASE62,
                    "ghr_<alnum:36>",
                    "ghr_<alnum:76>"),
            token(
                    "github-fine-grained-token",
                    "GitHub fine-grained access token",
                    TokenKinds::fineGrained,
                    "github_pat_<word:82>"),
            token("gitlab-personal-token", "GitLab access token", STRUCTURE, "glpat-<base64url:20>"),
            token(
                    "gitlab-routable-token",
                    "GitLab routable access token",
                    Checksums.CRC32_BASE36,
                    "glpat-<base64url:27-300>.<lower:9>",
                    "glpat-<base64url:27-300>.<lower:2>.<lower:9>",
                    "glrt-t<digit:1>_<base64url:27-300>.<lower:9>",
                    "glrt-t<digit:1>_<base64url:27-300>.<lower:2>.<lower:9>"),
            token("gitlab-deploy-token", "GitLab deploy token", STRUCTURE, "gldt-<base64url:20>"),
            token(
                    "gitlab-runner-token",
                    "GitLab runner token",
                    STRUCTURE,
                    "glrt-<base64url:20>",
                    "GR1348941<base64url:20>"),
            token("gitlab-job-token", "GitLab CI job token", STRUCTURE, "glcbt-<alnum:1-5>_<base64url:20>"),
            token("gitlab-trigger-token", "GitLab pipeline trigger token", STRUCTURE, "glptt-<hex:40>"),
            token("gitlab-feed-token", "GitLab feed token", STRUCTURE, "glft-<base64url:20>"),
            token("gitlab-mail-token", "GitLab incoming mail token", STRUCTURE, "glimt-<base64url:25>"),
            token("gitlab-agent-token", "GitLab agent token", STRUCTURE, "glagent-<base64url:50>"),
            token("gitlab-oauth-secret", "GitLab OAuth application secret", STRUCTURE, "gloas-<base64url:64>"),
            token("gitlab-feature-flag-token", "GitLab feature flag token", STRUCTURE, "glffct-<base64url:20>"),
            token("gitlab-scim-token", "GitLab SCIM token", STRUCTURE, "glsoat-<base64url:20>"),
            token("bitbucket-app-password", "Bitbucket app password", STRUCTURE, "ATBB<alnum:32>"),
            token(
                    "sourcegraph-token",
                    "Sourcegraph access token",
                    STRUCTURE,
                    "sgp_<xdigit:16>_<xdigit:40>",
                    "sgp_<xdigit:40>",
                    "sgp_local_<xdigit:40>"),

            // Clouds
            token(
                    "aws-access-key-id",
                    "AWS access key id",
                    LIKELY,
                    "AKIA<base32:16>",
                    "ASIA<base32:16>",
                    "ABIA<base32:16>",
                    "ACCA<base32:16>"),
            token(
                    "aws-bedrock-key",
                    "Amazon Bedrock API key",
                    STRUCTURE,
                    "ABSK<base64:109-269>",
                    "bedrock-api-key-" + "YmVkcm9jay5hbWF6b25hd3MuY29t<base64:40-4000>"),
            token("google-api-key", "Google API key", LIKELY, "AIza<base64url:35>"),
            token("google-oauth-secret", "Google OAuth client secret", STRUCTURE, "GOCSPX-<base64url:28>"),
            token("google-oauth-token", "Google OAuth access token", STRUCTURE, "ya29.<base64url:60-500>"),
            token(
                    "azure-storage-key",
                    "Azure storage key",
                    STRUCTURE,
                    "AccountKey=<base64:86>==",
                    "<base64:76>+ASt<base64:6>=="),
            token("azure-shared-key", "Azure shared access key", STRUCTURE, "SharedAccessKey=<base64:43>="),
            token(
                    "azure-client-secret",
                    "Microsoft Entra client secret",
                    STRUCTURE,
                    "<tilde:3><digit:1>Q~<tilde:31-34>"),
            token("azure-devops-token", "Azure DevOps token", STRUCTURE, "<alnum:76>AZDO<alnum:4>"),
            token("alibaba-access-key", "Alibaba Cloud access key id", LIKELY, "LTAI<alnum:20>"),
            token(
                    "digitalocean-token",
                    "DigitalOcean token",
                    STRUCTURE,
                    "dop_v1_<hex:64>",
                    "doo_v1_<hex:64>",
                    "dor_v1_<hex:64>"),
            token("heroku-token", "Heroku token", STRUCTURE, "HRKU-AA<base64url:58>"),
            token(
                    "fly-token",
                    "Fly.io token",
                    STRUCTURE,
                    "fo1_<base64url:43>",
                    "fm1r_<base64:100-1500>",
                    "fm1a_<base64:100-1500>",
                    "fm2_<base64:100-1500>"),
            token("cloudflare-origin-key", "Cloudflare origin CA key", STRUCTURE, "v1.0-<hex:24>-<hex:146>"),
            token(
                    "cloudflare-token",
                    "Cloudflare token",
                    Checksums.CRC32_HEX_OF_BODY,
                    "cfut_<alnum:40><hex:8>",
                    "cfat_<alnum:40><hex:8>",
                    "cfk_<alnum:40><hex:8>"),
            token(
                    "vercel-token",
                    "Vercel token",
                    Checksums.CRC32_BASE62,
                    "vcp_<base64url:50><alnum:6>",
                    "vci_<base64url:50><alnum:6>",
                    "vca_<base64url:50><alnum:6>",
                    "vcr_<base64url:50><alnum:6>",
                    "vck_<base64url:50><alnum:6>"),
            token("yandex-key", "Yandex Cloud API key", STRUCTURE, "AQVN<base64url:35-38>"),
            token("scalingo-token", "Scalingo token", STRUCTURE, "tk-us-<base64url:48>"),
            token(
                    "supabase-token",
                    "Supabase token",
                    STRUCTURE,
                    "sbp_<hex:40>",
                    "sb_secret_<base64url:22>_<base64url:8>"),
            token(
                    "planetscale-token",
                    "PlanetScale credential",
                    STRUCTURE,
                    "pscale_tkn_<dotted:32-64>",
                    "pscale_pw_<dotted:32-64>",
                    "pscale_oauth_<dotted:32-64>"),
            token("clickhouse-key", "ClickHouse Cloud key", STRUCTURE, "4b1d<alnum:38>"),
            token("databricks-token", "Databricks token", STRUCTURE, "dapi<xdigit:32>", "dapi<xdigit:32>-<digit:1>"),
            token(
                    "tailscale-key",
                    "Tailscale key",
                    STRUCTURE,
                    "tskey-auth-<alnum:10-24>-<alnum:20-40>",
                    "tskey-api-<alnum:10-24>-<alnum:20-40>",
                    "tskey-client-<alnum:10-24>-<alnum:20-40>",
                    "tskey-scim-<alnum:10-24>-<alnum:20-40>",
                    "tskey-webhook-<alnum:10-24>-<alnum:20-40>"),
            token("defined-key", "Defined Networking key", STRUCTURE, "dnkey-<dotted:26>-<dotted:52>"),
            token("openshift-token", "OpenShift user token", LIKELY, "sha256~<base64url:43>"),

            // Models
            token(
                    "openai-key",
                    "OpenAI key",
                    STRUCTURE,
                    "sk-<alnum:20>T3BlbkFJ<alnum:20>",
                    "sk-proj-<base64url:74>T3BlbkFJ<base64url:74>",
                    "sk-proj-<base64url:58>T3BlbkFJ<base64url:58>",
                    "sk-svcacct-<base64url:74>T3BlbkFJ<base64url:74>",
                    "sk-svcacct-<base64url:58>T3BlbkFJ<base64url:58>",
                    "sk-admin-<base64url:74>T3BlbkFJ<base64url:74>",
                    "sk-admin-<base64url:58>T3BlbkFJ<base64url:58>"),
            token(
                    "anthropic-key",
                    "Anthropic key",
                    STRUCTURE,
                    "sk-ant-api03-<base64url:93>AA",
                    "sk-ant-admin01-<base64url:93>AA",
                    "sk-ant-oat01-<base64url:93>AA"),
            token("huggingface-token", "Hugging Face token", STRUCTURE, "hf_<alpha:34>", "api_org_<alpha:34>"),
            token("groq-key", "Groq key", STRUCTURE, "gsk_<alnum:52>"),
            token("perplexity-key", "Perplexity key", STRUCTURE, "pplx-<alnum:48>"),
            token("xai-key", "xAI key", STRUCTURE, "xai-<alnum:80>"),
            token("replicate-token", "Replicate token", STRUCTURE, "r8_<alnum:37>"),
            token(
                    "langsmith-key",
                    "LangSmith key",
                    STRUCTURE,
                    "lsv2_pt_<hex:32>_<hex:10>",
                    "lsv2_sk_<hex:32>_<hex:10>"),

            // Packages and builds
            token("npm-token", "npm access token", Checksums.CRC32_BASE62, "npm_<alnum:36>"),
            token(
                    "pypi-token",
                    "PyPI token",
                    STRUCTURE,
                    "pypi-AgEIcHlwaS5vcmc<base64url:50-1000>",
                    "pypi-AgENdGVzdC5weXBpLm9yZw<base64url:50-1000>"),
            token("rubygems-key", "RubyGems key", STRUCTURE, "rubygems_<hex:48>"),
            token("nuget-key", "NuGet key", STRUCTURE, "oy2<lower:43>"),
            token("crates-token", "crates.io token", STRUCTURE, "cio<alnum:32>"),
            token("clojars-token", "Clojars token", STRUCTURE, "CLOJARS_<alnum:60>"),
            token("docker-token", "Docker Hub token", STRUCTURE, "dckr_pat_<base64url:27>", "dckr_oat_<base64url:32>"),
            token("docker-swarm-token", "Docker Swarm join token", STRUCTURE, "SWMTKN-1-<lower:50>-<lower:25>"),
            token("artifactory-key", "Artifactory key", STRUCTURE, "AKCp<alnum:69>", "cmVmd<alnum:59>"),
            token("octopus-key", "Octopus Deploy key", LIKELY, "API-<upper:26>"),
            token("buildkite-token", "Buildkite token", STRUCTURE, "bkua_<hex:40>"),
            token("circleci-token", "CircleCI token", STRUCTURE, "CCIPAT_<base64url:22>_<hex:40>"),
            token(
                    "harness-key",
                    "Harness key",
                    STRUCTURE,
                    "pat.<base64url:22>.<alnum:24>.<alnum:20>",
                    "sat.<base64url:22>.<alnum:24>.<alnum:20>"),
            token("pulumi-token", "Pulumi token", STRUCTURE, "pul-<hex:40>"),
            token("terraform-token", "Terraform Cloud token", STRUCTURE, "<alnum:14>.atlasv1.<dotted:60-70>"),
            token("prefect-key", "Prefect key", STRUCTURE, "pnu_<alnum:36>"),
            token("infracost-key", "Infracost key", STRUCTURE, "ico-<alnum:32>"),
            token("sonar-token", "Sonar token", STRUCTURE, "squ_<hex:40>", "sqp_<hex:40>", "sqa_<hex:40>"),

            // Work and messages
            token(
                    "slack-token",
                    "Slack token",
                    STRUCTURE,
                    "xoxb-<digit:8-14>-<digit:10-14>-<alnum:18-34>",
                    "xoxb-<digit:8-14>-<alnum:18-34>",
                    "xoxp-<digit:10-14>-<digit:10-14>-<digit:10-14>-<alnum:28-34>",
                    "xoxe-<digit:10-14>-<digit:10-14>-<digit:10-14>-<alnum:28-34>",
                    "xoxs-<digit:8-14>-<digit:8-14>-<digit:8-14>-<xdigit:10-64>",
                    "xoxo-<digit:8-14>-<digit:8-14>-<digit:8-14>-<xdigit:10-64>",
                    "xoxa-<digit:1>-<digit:8-14>-<digit:8-14>-<digit:8-14>-<alnum:18-64>",
                    "xoxr-<digit:1>-<digit:8-14>-<digit:8-14>-<digit:8-14>-<alnum:18-64>",
                    "xoxa-<digit:8-14>-<digit:8-14>-<digit:8-14>-<alnum:18-64>",
                    "xoxr-<digit:8-14>-<digit:8-14>-<digit:8-14>-<alnum:18-64>",
                    "xoxe-1-<alnum:146>",
                    "xoxe.xoxb-1-<alnum:163-166>",
                    "xoxe.xoxp-1-<alnum:163-166>",
                    "xapp-<digit:1>-<upper:8-14>-<digit:10-14>-<lower:60-70>"),
            token(
                    "slack-webhook",
                    "Slack webhook",
                    STRUCTURE,
                    "hooks.slack.com/services/<base64:43-56>",
                    "hooks.slack.com/workflows/<base64:43-80>",
                    "hooks.slack.com/triggers/<base64:43-80>"),
            token(
                    "teams-webhook",
                    "Microsoft Teams webhook",
                    STRUCTURE,
                    "https://<lower:1-60>.webhook.office.com/webhookb2/<uuid:36>@<uuid:36>/IncomingWebhook/<lower:32>/<uuid:36>"),
            token(
                    "telegram-token",
                    "Telegram bot token",
                    STRUCTURE,
                    "<digit:8-10>:A<base64url:34>",
                    "bot<digit:8-10>:A<base64url:34>"),
            token(
                    "discord-token",
                    "Discord bot token",
                    JsonWebTokens.DISCORD,
                    // Base64 of two digits begins with one of these.
                    "MT<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "Mj<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "Mz<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "ND<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "NT<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "Nj<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "Nz<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "OD<base64url:21-24>.<base64url:6>.<base64url:27-38>",
                    "OT<base64url:21-24>.<base64url:6>.<base64url:27-38>"),
            token(
                    "discord-webhook",
                    "Discord webhook",
                    STRUCTURE,
                    "https://discord.com/api/webhooks/<digit:17-20>/<base64url:60-80>",
                    "https://discordapp.com/api/webhooks/<digit:17-20>/<base64url:60-80>",
                    "https://canary.discord.com/api/webhooks/<digit:17-20>/<base64url:60-80>",
                    "https://ptb.discord.com/api/webhooks/<digit:17-20>/<base64url:60-80>"),
            token("sendgrid-key", "SendGrid key", STRUCTURE, "SG.<base64url:22>.<base64url:43>"),
            token("mailgun-key", "Mailgun key", LIKELY, "key-<hex:32>"),
            token("mailchimp-key", "Mailchimp key", LIKELY, "<hex:32>-us<digit:1-2>"),
            token("brevo-key", "Brevo key", STRUCTURE, "xkeysib-<hex:64>-<alnum:16>"),
            token("twilio-key", "Twilio key", LIKELY, "SK<hex:32>"),
            token("linear-key", "Linear key", STRUCTURE, "lin_api_<alnum:40>", "lin_oauth_<hex:64>"),
            token("atlassian-token", "Atlassian token", STRUCTURE, "ATATT3<dotted:186>", "ATCTT3<dotted:186>"),
            token("notion-token", "Notion token", STRUCTURE, "ntn_<digit:11><alnum:35>", "secret_<alnum:43>"),
            token("airtable-token", "Airtable token", STRUCTURE, "pat<alnum:14>.<hex:64>"),
            token("figma-token", "Figma token", STRUCTURE, "figd_<base64url:40>"),
            token("postman-key", "Postman key", STRUCTURE, "PMAK-<hex:24>-<hex:34>"),
            token("readme-key", "ReadMe key", STRUCTURE, "rdme_<lower:70>"),
            token("typeform-token", "Typeform token", STRUCTURE, "tfp_<dotted:59>"),
            token("contentful-token", "Contentful token", STRUCTURE, "CFPAT-<base64url:43>"),
            token("frameio-token", "Frame.io token", STRUCTURE, "fio-u-<dotted:64>"),
            token(
                    "settlemint-token",
                    "SettleMint token",
                    LIKELY,
                    "sm_aat_<alnum:16>",
                    "sm_pat_<alnum:16>",
                    "sm_sat_<alnum:16>"),

            // Money and shops
            token(
                    "stripe-key",
                    "Stripe key",
                    STRUCTURE,
                    "sk_live_<alnum:16-247>",
                    "rk_live_<alnum:16-247>",
                    "sk_test_<alnum:16-247>",
                    "rk_test_<alnum:16-247>",
                    "sk_prod_<alnum:16-247>",
                    "rk_prod_<alnum:16-247>"),
            token("stripe-webhook-secret", "Stripe webhook secret", STRUCTURE, "whsec_<base64:32-64>"),
            token(
                    "square-token",
                    "Square token",
                    STRUCTURE,
                    "sq0atp-<base64url:22>",
                    "sq0csp-<base64url:43>",
                    "EAAA<base64url:60>"),
            token(
                    "shopify-token",
                    "Shopify token",
                    STRUCTURE,
                    "shpat_<alnum:32-80>",
                    "shpca_<alnum:32-80>",
                    "shppa_<alnum:32-80>",
                    "shpss_<alnum:32-80>"),
            token("shippo-token", "Shippo token", STRUCTURE, "shippo_live_<xdigit:40>", "shippo_test_<xdigit:40>"),
            token("easypost-key", "EasyPost key", STRUCTURE, "EZAK<alnum:54>", "EZTK<alnum:54>"),
            token("duffel-token", "Duffel token", STRUCTURE, "duffel_test_<dotted:43>", "duffel_live_<dotted:43>"),
            token("flutterwave-key", "Flutterwave key", STRUCTURE, "FLWSECK_TEST-<lower:32>-X", "FLWSECK-<lower:32>-X"),
            token("facebook-token", "Facebook page token", STRUCTURE, "EAAM<alnum:100-400>", "EAAC<alnum:100-400>"),
            token(
                    "plaid-token",
                    "Plaid access token",
                    STRUCTURE,
                    "access-production-<uuid:36>",
                    "access-development-<uuid:36>",
                    "access-sandbox-<uuid:36>"),

            // Operations
            token(
                    "grafana-token",
                    "Grafana service account token",
                    Checksums.CRC32_HEX_REVERSED,
                    "glsa_<alnum:32>_<hex:8>"),
            token("grafana-cloud-token", "Grafana Cloud token", STRUCTURE, "glc_<base64:32-400>"),
            token(
                    "vault-token",
                    "HashiCorp Vault token",
                    STRUCTURE,
                    "hvs.<base64url:90-120>",
                    "hvb.<base64url:138-300>"),
            token(
                    "doppler-token",
                    "Doppler token",
                    STRUCTURE,
                    "dp.pt.<alnum:43>",
                    "dp.ct.<alnum:43>",
                    "dp.sa.<alnum:43>",
                    "dp.scim.<alnum:43>",
                    "dp.audit.<alnum:43>",
                    "dp.st.<base64url:2-35>.<alnum:43>"),
            token("onepassword-token", "1Password service account token", STRUCTURE, "ops_eyJ<anybase64:250-4000>"),
            token(
                    "onepassword-secret-key",
                    "1Password secret key",
                    STRUCTURE,
                    "A3-<upper:6>-<upper:11>-<upper:5>-<upper:5>-<upper:5>",
                    "A3-<upper:6>-<upper:6>-<upper:5>-<upper:5>-<upper:5>-<upper:5>"),
            token("new-relic-key", "New Relic key", STRUCTURE, "NRAK-<alnum:27>", "NRII-<base64url:32>"),
            token(
                    "sentry-token",
                    "Sentry token",
                    STRUCTURE,
                    "sntryu_<hex:64>",
                    "sntrys_eyJ<base64:30-600>_<base64:43>",
                    "sntrys_eyJ<base64:30-600>=_<base64:43>",
                    "sntrys_eyJ<base64:30-600>==_<base64:43>"),
            token("dynatrace-token", "Dynatrace token", STRUCTURE, "dt0c01.<alnum:24>.<alnum:64>"),
            token("maxmind-key", "MaxMind licence key", STRUCTURE, "<alnum:6>_<alnum:29>_mmk"),
            token("adobe-secret", "Adobe client secret", STRUCTURE, "p8e-<alnum:32>"),

            // Keys and tokens of open formats
            token("age-secret-key", "age secret key", Checksums.BECH32_CAPITALS, "AGE-SECRET-KEY-1<bech32:58>"),
            token(
                    "nats-seed",
                    "NATS seed",
                    Checksums.CRC16_BASE32,
                    "SUA<base32:55>",
                    "SAA<base32:55>",
                    "SOA<base32:55>",
                    "SNA<base32:55>",
                    "SCA<base32:55>",
                    "SXA<base32:55>"),
            token(
                    "json-web-token",
                    "JSON Web Token",
                    JsonWebTokens.SIGNED,
                    "eyJ<base64url:10-4000>.<base64url:4-16000>.<base64url:20-2000>"));

    private TokenKinds() {}

    /** The identifier of such a token has 22 characters, and an underscore follows. */
    private static Grade fineGrained(Text text, Span token) {
        return text.holds('_', token.start() + "github_pat_".length() + 22) ? Grade.STRUCTURAL : Grade.DOUBTFUL;
    }

    private static TokenKind token(String id, String title, TokenCheck check, String... shapes) {
        return TokenKind.of(id, title, check, shapes);
    }
}
