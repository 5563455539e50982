using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>A form of Motu on paper, and as a program of the light client.</summary>
public sealed class PaperAndLightTests(Databases databases)
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Households of Motu</h:title><model>
          <itext><translation lang="English (en)" default="true()">
            <text id="work"><value>Did you work **last week**?</value></text><text id="work:h"><value>Paid or not</value><value form="guidance">Fishing counts.</value></text><text id="y"><value>Yes</value></text><text id="n"><value>No</value></text>
            <text id="days"><value>How many days?</value></text><text id="days:c"><value>A week has 7 days.</value></text></translation>
          <translation lang="Français (fr)">
            <text id="work"><value>Avez-vous travaillé ?</value></text><text id="work:h"><value>Payé ou non</value></text><text id="y"><value>Oui</value></text><text id="n"><value>Non</value></text>
            <text id="days"><value>Combien de jours ?</value></text><text id="days:c"><value>Une semaine a 7 jours.</value></text></translation></itext>
          <instance><data id="motu_paper" version="3"><intro/><work/><days/><pay/><why/><person><name/><born/></person><total/><meta><instanceID/></meta></data></instance>
          <instance id="pay"><root><item><name>boat</name><label>By boat owner</label></item><item><name>shop</name><label>By shop</label></item></root></instance>
          <bind nodeset="/data/intro" readonly="true()"/><bind nodeset="/data/work" required="true()"/>
          <bind nodeset="/data/days" type="int" relevant=" /data/work = 'yes'" constraint=". &lt;= 7" jr:constraintMsg="jr:itext('days:c')"/>
          <bind nodeset="/data/pay" relevant=" /data/work = 'yes' and /data/days &gt; 2"/><bind nodeset="/data/why" relevant="selected( /data/pay , 'shop') or string-length( /data/days ) = 2"/>
          <bind nodeset="/data/person/born" type="date"/><bind nodeset="/data/total" calculate="count( /data/person )"/></model></h:head>
          <h:body><input ref="/data/intro"><label>Read this aloud.</label></input>
            <select1 ref="/data/work"><label ref="jr:itext('work')"/><hint ref="jr:itext('work:h')"/><item><label ref="jr:itext('y')"/><value>yes</value></item><item><label ref="jr:itext('n')"/><value>no</value></item></select1>
            <input ref="/data/days"><label ref="jr:itext('days')"/></input>
            <select ref="/data/pay"><label>Who paid?</label><itemset nodeset="instance('pay')/root/item"><value ref="name"/><label ref="label"/></itemset></select>
            <input ref="/data/why"><label>Why?</label></input>
            <group ref="/data/person"><label>Person</label><repeat nodeset="/data/person"><input ref="/data/person/name"><label>Name</label></input><input ref="/data/person/born"><label>Born</label></input></repeat></group>
          </h:body></h:html>
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static async Task<SurveyForm> Publish(TestApp app, Databases databases, string form, string owner = "TO")
    {
        var folder = databases.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "motu.xml"), form);
        var report = await app.TryImport("form", Path.Combine(folder, "motu.xml"), owner);
        Assert.True(report.Applied, string.Join('\n', report.Problems.Select(p => $"{p.Key} {string.Join(' ', p.Arguments)}")));
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<SurveyForm>().AsNoTracking().SingleAsync(f => f.Owner == owner);
    }

    private static string[] Texts(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    [Theory, MemberData(nameof(Providers))]
    public async Task A_form_is_printed_with_numbers_boxes_and_skips_in_both_languages(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var form = await Publish(app, databases, Form);
        var analyst = await app.Browser(("analyst", "TO"));
        var page = await analyst.Open($"/en/forms/{form.Id}/paper?copies=2");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        Assert.Equal(["Households of Motu"], Texts(page, "h1"));
        Assert.Equal(["motu_paper", "Version 3", "Interview code"], Texts(page, "thead .paper-strip > span"));
        Assert.Equal(["Read this aloud.", "1. Did you work last week? (must be answered)", "2. How many days?", "3. Who paid?", "4. Why?", "5. Name", "6. Born", "5. Name", "6. Born"], Texts(page, ".paper-label"));
        Assert.Equal(["Answer only if the answer to question 1 is “Yes”.", "Answer only if the answer to question 1 is “Yes” and the answer to question 2 is more than 2.",
            "Answer only if: selected( /data/pay , 'shop') or string-length( /data/days ) = 2"], Texts(page, ".paper-skip"));
        Assert.Equal(["Yes", "No", "By boat owner", "By shop"], Texts(page, ".paper-choices li"));
        Assert.Equal(2, page.QuerySelectorAll(".paper-choices .paper-round").Length);
        var hints = Texts(page, ".paper-hint");
        Assert.Contains("Paid or not", hints);
        Assert.Contains("Fishing counts.", hints);
        Assert.Contains("Rule: A week has 7 days.", hints);
        Assert.Equal(8 + (2 * 8), page.QuerySelectorAll(".paper-comb i").Length);
        var french = await analyst.Open($"/fr/forms/{form.Id}/paper");
        Assert.Contains("1. Avez-vous travaillé ? (réponse obligatoire)", Texts(french, ".paper-label"));
        Assert.Equal("Répondez seulement si la réponse à la question 1 est « Oui ».", Texts(french, ".paper-skip")[0]);
        Assert.Equal(3, french.QuerySelectorAll(".paper-copy").Length);
        Assert.Equal("fr", french.QuerySelector(".paper-label span")!.GetAttribute("lang"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Who_may_not_see_a_form_does_not_find_its_paper(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var form = await Publish(app, databases, Form);
        foreach (var stranger in new[] { await app.Browser(), await app.Browser(("analyst", "FJ")) })
        {
            await stranger.Open($"/en/forms/{form.Id}/paper");
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
        var analyst = await app.Browser(("analyst", "TO"));
        await analyst.Open($"/en/forms/{form.Id}/paper?version=3");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        await analyst.Open($"/en/forms/{form.Id}/paper?version=9");
        Assert.Equal(HttpStatusCode.NotFound, analyst.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_device_gets_the_program_of_a_form_or_the_reasons_why_not(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var form = await Publish(app, databases, Form);
        var refused = await Publish(app, databases, Form.Replace("count( /data/person )", "digest('a', 'MD5')", StringComparison.Ordinal), "FJ");
        var device = await app.Browser();
        async Task<string> Key(string owner)
        {
            await using var scope = app.System();
            return "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add(owner, "Tablet 1");
        }
        var address = $"{await Key("TO")}/forms/{form.CurrentVersionId}.js";
        var answer = await device.Send(new(HttpMethod.Get, address));
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("export default {format:1,id:\"motu_paper\",version:\"3\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await device.Send(again)).StatusCode);
        var no = await device.Send(new(HttpMethod.Get, $"{await Key("FJ")}/forms/{refused.CurrentVersionId}.js"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, no.StatusCode);
        Assert.Contains("/data/total: digest('a', 'MD5'): the light client has no function digest()", await no.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await device.Send(new(HttpMethod.Get, $"{await Key("FJ")}/forms/{form.CurrentVersionId}.js"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await device.Send(new(HttpMethod.Get, $"/key/nobody/forms/{form.CurrentVersionId}.js"))).StatusCode);
    }
}
