namespace Vaka.Kernel.Data;

/// <summary>A row whose content never changes once it is saved: a seal over it is saved with it, and <c>vaka doctor</c> looks whether it still fits.</summary>
public interface ISealed
{
    /// <summary>Hash of <see cref="Sealed"/> as it was when first saved.</summary>
    string Seal { get; set; }

    /// <summary>What never changes, as one text that both databases give back to the letter.</summary>
    string Sealed();
}
