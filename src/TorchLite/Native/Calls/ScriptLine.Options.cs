using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite.Native;

/// <content>Arguments that are options: words, orders, devices.</content>
internal sealed partial class ScriptLine
{
    /// <summary>As <c>{x:optional}</c>, where None alone would not tell which overload is meant.</summary>
    public void AppendFormatted(Tensor? tensor, string format, [CallerArgumentExpression(nameof(tensor))] string? name = null)
    {
        Debug.Assert(format == "optional", $"{name}: no such format");
        if (tensor is not null)
        {
            tensors.Add(tensor);
        }

        Append("Optional[Tensor]", (tensor is null ? NoneKind : TensorKind, default, 1));
    }

    /// <summary>As <c>{list:optional}</c>, a list that may have gaps.</summary>
    public void AppendFormatted(
        IReadOnlyCollection<Tensor?> list, string format, [CallerArgumentExpression(nameof(list))] string? name = null) =>
        AppendList("Optional[Tensor]", list, tensor => AppendFormatted(tensor, format, name));

    public void AppendFormatted(NormOrder? order)
    {
        if (order?.Word is { } word)
        {
            AppendFormatted(word);
        }
        else
        {
            AppendFormatted((Scalar?)order?.Number);
        }
    }

    /// <summary>What a new tensor is to be, as keywords; always said, so that libtorch's messages say it as PyTorch's do.</summary>
    public void AppendFormatted((DType? DType, Device? Device) options)
    {
        AppendLiteral("dtype=");
        AppendFormatted(options.DType ?? Torch.GetDefaultDtype());
        AppendLiteral(", device=");
        AppendFormatted(options.Device ?? Torch.DefaultDevice);
        AppendLiteral(", pin_memory=False");
    }

    public void AppendFormatted(Device? device)
    {
        _ = device?.ToNumbers(); // says where there is no such device
        AppendFormatted(device?.ToString());
    }

    public void AppendFormatted(bool? value)
    {
        if (IsPresent(value.HasValue))
        {
            AppendFormatted(value!.Value);
        }
    }
}
