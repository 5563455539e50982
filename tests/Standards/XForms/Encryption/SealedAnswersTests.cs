using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Vaka.XForms.Encryption;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Standards.Tests.XForms.Encryption;

/// <summary>Reads a submission that another implementation encrypted, and notices whatever was changed.</summary>
public sealed class SealedAnswersTests : IDisposable
{
    private readonly JsonDocument _vector = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sealed-vector.json")));
    private readonly RSA _key = RSA.Create();

    public SealedAnswersTests() => _key.ImportFromPem(Text("privateKey"));

    private string Text(string name) => _vector.RootElement.GetProperty(name).GetString()!;

    private byte[]? Sealed(string name) => _vector.RootElement.GetProperty("files").TryGetProperty(name, out var file) ? file.GetBytesFromBase64() : null;

    private static Submission Read(string xml) => Submission.Read(Encoding.UTF8.GetBytes(xml));

    [Fact]
    public void What_another_implementation_encrypted_is_read_and_its_signature_fits()
    {
        var opened = SealedAnswers.Open(Read(Text("manifest")), Sealed, _key);
        Assert.Equal(Text("xml"), Encoding.UTF8.GetString(opened.Xml));
        Assert.Equal(_vector.RootElement.GetProperty("media").EnumerateObject().Select(m => $"{m.Name} {m.Value.GetString()}"), opened.Files.Select(f => $"{f.Key} {Convert.ToBase64String(f.Value)}"));
        Assert.True(opened.IsSigned);
    }

    [Theory, InlineData("version=\"1\"", "version=\"2\""), InlineData("id=\"needs\"", "id=\"other\""), InlineData("</base64EncryptedElementSignature>", "AAAA</base64EncryptedElementSignature>")]
    public void A_signature_that_does_not_fit_is_noticed(string part, string instead) =>
        Assert.False(SealedAnswers.Open(Read(Text("manifest").Replace(part, instead, StringComparison.Ordinal)), Sealed, _key).IsSigned);

    [Fact]
    public void A_changed_file_is_no_longer_signed_or_not_read_at_all()
    {
        byte[]? Changed(string name)
        {
            var file = Sealed(name)!;
            if (name.StartsWith("a.jpg", StringComparison.Ordinal)) file[0] ^= 1;
            return file;
        }
        Assert.False(SealedAnswers.Open(Read(Text("manifest")), Changed, _key).IsSigned);
        byte[]? Cut(string name) => Sealed(name)![..^3];
        Assert.Equal(SealFault.WrongKeyOrDamaged, Assert.Throws<SealedException>(() => SealedAnswers.Open(Read(Text("manifest")), Cut, _key)).Fault);
    }

    [Fact]
    public void Another_key_a_missing_file_and_a_manifest_in_part_are_told_apart()
    {
        using var other = RSA.Create(2048);
        Assert.Equal(SealFault.WrongKeyOrDamaged, Assert.Throws<SealedException>(() => SealedAnswers.Open(Read(Text("manifest")), Sealed, other)).Fault);
        Assert.Equal(SealFault.MissingFile, Assert.Throws<SealedException>(() => SealedAnswers.Open(Read(Text("manifest")), n => n == "submission.xml.enc" ? null : Sealed(n), _key)).Fault);
        Assert.Equal(SealFault.NoManifest, Assert.Throws<SealedException>(() => SealedAnswers.Open(Read(Text("manifest").Replace("base64EncryptedKey", "x", StringComparison.Ordinal)), Sealed, _key)).Fault);
        Assert.Equal(SealFault.NoManifest, Assert.Throws<SealedException>(() => SealedAnswers.Open(Read(Text("xml")), Sealed, _key)).Fault);
    }

    [Theory, InlineData("version=\"1\"", "1[encrypted:m]"), InlineData("", "[encrypted:m]")]
    public void A_key_goes_into_a_form_as_another_version(string version, string expected)
    {
        var form = $"<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>T</h:title><model><instance><data id=\"f\" {version}><a/></data></instance><bind nodeset=\"/data/a\"/></model></h:head><h:body/></h:html>";
        var bytes = FormEncryption.WithKey(Encoding.UTF8.GetBytes(form), "QUJD", "m");
        Assert.Equal(bytes, FormEncryption.WithKey(Encoding.UTF8.GetBytes(form), "QUJD", "m"));
        var read = XForm.Read(bytes);
        Assert.Equal((expected, "QUJD"), (read.Version, FormEncryption.KeyOf(read)));
        Assert.Null(FormEncryption.KeyOf(XForm.Read(Encoding.UTF8.GetBytes(form))));
    }

    public void Dispose()
    {
        _vector.Dispose();
        _key.Dispose();
    }
}
