using TorchLite.Nn;

namespace TorchLite;

/// <content>Modules made without first weights, and their weights in another order of memory.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>
            /// Makes a module without drawing its first weights, which are whatever is in memory: PyTorch's <c>skip_init</c>. For a
            /// module that
            /// gets its weights from a file at once.
            /// </summary>
            /// <typeparam name="T">The class of the module.</typeparam>
            /// <param name="moduleCls">What makes the module, on the device that it is given.</param>
            /// <param name="device">Where the module is to be; the CPU if null.</param>
            /// <returns>The module.</returns>
            /// <exception cref="ArgumentNullException">The function is null.</exception>
            /// <exception cref="TorchException">The device is not there.</exception>
            /// <example><code>
            /// var linear = Torch.Nn.Utils.SkipInit(device => new Linear(5, 1, device: device));
            /// linear.Weight.Shape   // torch.Size([1, 5])
            /// </code></example>
            public static T SkipInit<T>(Func<Device, T> moduleCls, Device? device = null)
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(moduleCls);
                return moduleCls("meta").ToEmpty(device ?? "cpu");
            }

            /// <summary>
            /// Brings the weights of two-dimensional convolutions in a module, and in all in it, into another order of memory: PyTorch's
            /// <c>convert_conv2d_weight_memory_format</c>.
            /// </summary>
            /// <typeparam name="T">The class of the module.</typeparam>
            /// <param name="module">The module.</param>
            /// <param name="memoryFormat">The order.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="ArgumentNullException">The module is null.</exception>
            /// <exception cref="TorchException">The order is not one of images.</exception>
            /// <example><code>
            /// var conv = Torch.Nn.Utils.ConvertConv2dWeightMemoryFormat(new Conv2d(2, 1, 3), MemoryFormat.ChannelsLast);
            /// conv.Weight.IsContiguous(MemoryFormat.ChannelsLast)   // True
            /// </code></example>
            public static T ConvertConv2dWeightMemoryFormat<T>(T module, MemoryFormat memoryFormat)
                where T : Module => Reordered(module, memoryFormat, static conv => conv is TorchLite.Nn.Conv2d or TorchLite.Nn.ConvTranspose2d);

            /// <summary>
            /// Brings the weights of three-dimensional convolutions in a module, and in all in it, into another order of memory: PyTorch's
            /// <c>convert_conv3d_weight_memory_format</c>.
            /// </summary>
            /// <typeparam name="T">The class of the module.</typeparam>
            /// <param name="module">The module.</param>
            /// <param name="memoryFormat">The order.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="ArgumentNullException">The module is null.</exception>
            /// <exception cref="TorchException">The order is not one of volumes.</exception>
            /// <example><code>
            /// var conv = Torch.Nn.Utils.ConvertConv3dWeightMemoryFormat(new Conv3d(2, 1, 3), MemoryFormat.ChannelsLast3d);
            /// conv.Weight.IsContiguous(MemoryFormat.ChannelsLast3d)   // True
            /// </code></example>
            public static T ConvertConv3dWeightMemoryFormat<T>(T module, MemoryFormat memoryFormat)
                where T : Module => Reordered(module, memoryFormat, static conv => conv is TorchLite.Nn.Conv3d or TorchLite.Nn.ConvTranspose3d);

            private static T Reordered<T>(T module, MemoryFormat memoryFormat, Func<ConvNd, bool> isMeant)
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(module);
                foreach (var conv in module.Modules().OfType<ConvNd>().Where(isMeant))
                {
                    conv.Weight.Data = conv.Weight.Detach().Clone().Contiguous(memoryFormat);
                }

                return module;
            }
        }
    }
}
